package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.beds;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.plan;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.decision.Option;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.plan.Casualty;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.LeftWaiting;
import rescue.dispatch.road.Travel;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.Capability;

/** Recommendations and timelines as people read them: sentences with their facts, never a key or a code. */
class SpokenSentencesTest {

    /** A key, a code of two words, or a place that was left empty. */
    private static final Pattern MACHINE =
            Pattern.compile("\\b(reason|refusal|timeline|kind|source|priority|service|bed|capability|unit-status"
                    + "|disposition)\\.\\w|[A-Z]{2,}_[A-Z]+|\\{\\d");

    private final Phrases phrases = new Phrases("dispatch");

    @ParameterizedTest
    @EnumSource
    void no_reason_and_no_refusal_is_left_untranslated(Language language) {
        for (String text : texts(language)) {
            assertFalse(MACHINE.matcher(text).find(), text);
        }
    }

    // spotless:off
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            EN | HAS_BED         | ICU, 2                     | 2 intensive care beds free
            VI | HAS_BED         | ICU, 2                     | Còn 2 giường hồi sức tích cực
            EN | REACHES_SCENE   | LC-01, 2, 18, 18.3, 24     | LC-01: turnout 2 min, drive 18–24 min (18.3 km) to the scene
            VI | REACHES_SCENE   | LC-01, 2, 18, 18.3, 24     | LC-01: xuất phát sau 2 phút, chạy 18–24 phút (18,3 km) tới hiện trường
            EN | CAPACITY_OLD    | 3                          | Its beds were reported 3 h ago; better ask by telephone
            """)
    // spotless:on
    void says(Language language, Reason.Code code, String args, String sentence) {
        var reason = new Reason(code, List.of(args.split(", ")));
        assertEquals(
                sentence,
                json(List.of(reason), List.of(), language)
                        .getJsonArray("options")
                        .getJsonObject(0)
                        .getJsonArray("reasons")
                        .getString(0));
    }

    @ParameterizedTest
    @EnumSource
    void no_line_of_a_timeline_is_left_untranslated(Language language) {
        var text = new TimelineText(phrases);
        Incident incident = Incident.fold(id("crash"), SampleEvents.ofEveryKind());
        for (IncidentEvent event : SampleEvents.ofEveryKind()) {
            String line = text.of(incident, event, language);
            assertFalse(MACHINE.matcher(line).find(), line);
        }
        for (AssignmentStatus status : AssignmentStatus.values()) {
            if (status != AssignmentStatus.NOTIFIED) { // nobody presses it: it comes with the assignment
                String line = text.of(incident, SampleEvents.pressed("a1", status, 9), language);
                assertFalse(MACHINE.matcher(line).find(), line);
            }
        }
        for (PreArrivalAnswer answer : PreArrivalAnswer.values()) {
            String line = text.of(incident, SampleEvents.answered("a1", "tinh", answer), language);
            assertFalse(MACHINE.matcher(line).find(), line);
        }
    }

    /** Every reason and every refusal, with the kind of facts that each has. */
    private List<String> texts(Language language) {
        List<Reason> reasons = Arrays.stream(Reason.Code.values())
                .map(code -> new Reason(code, facts(code)))
                .toList();
        List<Refusal> refusals = Arrays.stream(Refusal.Code.values())
                .map(code -> new Refusal(Refusal.Subject.UNIT, "a1", "LC-01", code, facts(code)))
                .toList();
        JsonObject json = json(reasons, refusals, language);
        return java.util.stream.Stream.concat(
                        json.getJsonArray("options").getJsonObject(0).getJsonArray("reasons").stream()
                                .map(String::valueOf),
                        json.getJsonArray("refusals").stream().map(refusal -> ((JsonObject) refusal).getString("text")))
                .toList();
    }

    private static List<String> facts(Reason.Code code) {
        return switch (code) {
            case REACHES_SCENE -> List.of("LC-01", "2", "18", "18.3", "24");
            case ALREADY_ASSIGNED -> List.of("LC-01");
            case REACHES_HOSPITAL -> List.of("Bệnh viện tỉnh", "30", "25.0", "41");
            case WALKS, WALKS_ACROSS_RIVER -> List.of("900", "18", "36");
            case HAS_SERVICES -> List.of("TRAUMA_SURGERY, CT");
            case HAS_BED -> List.of("ICU", "2");
            case CAPACITY_OLD, POSITION_OLD -> List.of("30");
            case SHORT_OF_CAPABILITY -> List.of("ALS, RESCUE");
            case COMES_BACK -> List.of("LC-01", "Bệnh viện tỉnh", "95");
            case DRIVES_AGAIN -> List.of("LC-01", "2", "95");
            case RIDE_TOGETHER -> List.of("3");
            case RED_UNTREATED -> List.of("LC-03");
            case NEARER_LACKS -> List.of("Tam Đường", "12", "TRAUMA_SURGERY");
            case NEARER_FULL, NEARER_GIVEN -> List.of("Tam Đường", "12", "EMERGENCY");
            case NEARER_CLOSED, NEARER_DECLINED, NEARER_DOUBTED -> List.of("Tam Đường", "12");
            case CAPACITY_UNKNOWN, EMS_ADVISORY, POSITION_ASSUMED, ESTIMATED, NO_HOSPITAL_FITS, NO_TRANSPORT_NEEDED ->
                List.of();
        };
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_left_out_of_a_plan_for_many_is_told_why_in_words(Language language) {
        List<LeftWaiting> waiting = Arrays.stream(LeftWaiting.Code.values())
                .map(code ->
                        new LeftWaiting(new Casualty(1, TriageCategory.GREEN, null, true), code, List.of("EMERGENCY")))
                .toList();
        var plan = new CasualtyPlan(List.of(), waiting, List.of(), 0, 0, Travel.Basis.ROAD, 7);
        new PlanJson(phrases)
                .of(plan, language, NOW).getJsonArray("waiting").stream()
                        .map(left -> ((JsonObject) left).getString("text"))
                        .forEach(text -> assertFalse(MACHINE.matcher(text).find(), text));
    }

    private static List<String> facts(Refusal.Code code) {
        return switch (code) {
            case BUSY -> List.of("TRANSPORTING");
            case LACKS_CAPABILITY -> List.of("ALS");
            case LACKS_SERVICE -> List.of("TRAUMA_SURGERY, BLOOD");
            case NO_BED -> List.of("TRAUMA", "2", "2");
            case OUTRANKED -> List.of("97");
            case OUT_OF_SERVICE, CUT_OFF, EMS_CLOSED, DECLINED, NOT_ACCEPTED -> List.of();
        };
    }

    private JsonObject json(List<Reason> reasons, List<Refusal> refusals, Language language) {
        var option = new Option(
                Samples.unit("A1", Capability.BLS),
                Samples.hospital("Gan", Set.of(), beds(BedKind.EMERGENCY, 2, 0)),
                null,
                plan(40),
                Duration.ZERO,
                reasons);
        var recommendation = new Recommendation(List.of(option), refusals, Travel.Basis.ROAD, 7);
        return new RecommendationJson(phrases).of(recommendation, language, NOW, 5);
    }
}
