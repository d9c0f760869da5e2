package rescue.dispatch.shell.web;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.Sex;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.plan.LeftWaiting;
import rescue.dispatch.road.RoadClass;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.trouble.Trouble;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.UnitStatus;

/** A code without its sentence would be shown to a dispatcher as a code. */
class SpokenCodesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final Phrases phrases = new Phrases("dispatch");

    /** Every key that the program can ask for. */
    private static Set<String> codes() {
        return Stream.of(
                        each("reason.", Reason.Code.values()),
                        each("refusal.", Refusal.Code.values()),
                        each("timeline.", AssignmentStatus.values()),
                        each("timeline.PRE_ARRIVAL_", PreArrivalAnswer.values()),
                        each("timeline.TRANSFER_", PreArrivalAnswer.values()),
                        Stream.of("timeline.TRANSFER_ACCEPT_WITH_BED", "timeline.TRANSFER_ACCEPT_IF_WITH_BED"),
                        Stream.of("timeline.UNIT_ASSIGNED_TO_FULL", "timeline.DESTINATION_CHANGED_TO_FULL"),
                        Stream.of("timeline.INCIDENT_OPENED"), // the sample is asked for by a ward
                        Stream.of("timeline.ROUTE_OPEN_AGAIN"), // a new route where there was none
                        Stream.of(
                                "timeline.PATIENT_RECORDED"), // the sample has a colour that its method would not give
                        each("triage.", TriageCategory.values()),
                        each("sex.", Sex.values()),
                        Stream.of("patient.age", "destination.wanted", "photo.reporter"),
                        Stream.of("timeline.ALERT_ADDED_TO", "told.injured", "told.dead", "told.trapped"),
                        each("leg.", Leg.values()),
                        SampleEvents.ofEveryKind().stream().map(event -> "timeline." + TimelineText.type(event)),
                        each("tracking.", Tracking.values()),
                        each("ask.", PlaceFlag.values()),
                        each("kind.", AlertKind.values()),
                        each("source.", AlertSource.values()),
                        each("priority.", Priority.values()),
                        each("disposition.", Disposition.values()),
                        each("capability.", Capability.values()),
                        each("service.", Service.values()),
                        each("bed.", BedKind.values()),
                        each("unit-status.", UnitStatus.values()),
                        Stream.of("extent.line", "extent.point", "extent.fords", "extent.classes"),
                        each("road-class.", RoadClass.values()),
                        each("waiting.", LeftWaiting.Code.values()),
                        each("trouble.", Trouble.Kind.values()))
                .flatMap(keys -> keys)
                .filter(key -> !key.equals("timeline.NOTIFIED")) // nobody presses it: it comes with the assignment
                .collect(toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_its_phrase_and_every_phrase_its_code(Language language) {
        assertEquals(codes(), new TreeSet<>(phrases.listKeys(language)));
    }

    @Test
    void both_languages_put_the_same_facts_into_a_phrase() {
        for (String key : codes()) {
            assertEquals(placeholders(Language.VI, key), placeholders(Language.EN, key), key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_phrase_is_empty(Language language) {
        for (String key : codes()) {
            assertFalse(phrases.text(language, key).isBlank(), key);
        }
    }

    private Set<String> placeholders(Language language, String key) {
        return PLACEHOLDER
                .matcher(phrases.text(language, key, "{0}", "{1}", "{2}", "{3}"))
                .results()
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> each(String family, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> family + code.name());
    }
}
