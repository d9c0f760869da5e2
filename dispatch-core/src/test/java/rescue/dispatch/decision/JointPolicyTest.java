package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.road.Travel;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.Unit;

final class JointPolicyTest {

    private static final Duration ON_SCENE = Duration.ofMinutes(15);

    private static final long ROADS = 7;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the nearer unit, the nearer hospital                 | BLS none EMERGENCY        | A1 BLS 20, A2 BLS 8               | Tinh none 40 EMERGENCY=1/0, Huyen none 20 EMERGENCY=1/0                                   | A2>Huyen, A1>Huyen, A2>Tinh, A1>Tinh
            red passes the district hospital without a surgeon   | ALS TRAUMA_SURGERY TRAUMA | A1 ALS 10                         | Huyen none 15 TRAUMA=2/0, Tinh TRAUMA_SURGERY 70 TRAUMA=1/0                               | A1>Tinh; Huyen LACKS_SERVICE[TRAUMA_SURGERY]
            the nearest unit is not the best pair                | BLS none EMERGENCY        | A1 BLS 10, J1 BLS 14 4x4          | Gan none 10 EMERGENCY=1/0 4x4only, Xa none 60 EMERGENCY=1/0                               | J1>Gan, A1>Xa, J1>Xa
            a unit that reaches no hospital comes last           | BLS none EMERGENCY        | A1 BLS 5, J1 BLS 60 4x4           | Gan none 90 EMERGENCY=1/0 4x4only                                                         | J1>Gan, A1>-
            only others would reach it: cut off                  | BLS none EMERGENCY        | A1 BLS 5, J1 BLS 60 4x4 busy      | Gan none 10 EMERGENCY=1/0 4x4only, Xa none 60 EMERGENCY=1/0                               | A1>Xa; J1 BUSY[ON_SCENE], Gan CUT_OFF
            the last bed is promised: the next hospital          | BLS none EMERGENCY        | A1 BLS 5                          | Gan none 10 EMERGENCY=1/1, Xa none 60 EMERGENCY=1/0                                       | A1>Xa; Gan NO_BED[EMERGENCY, 1, 1]
            silent ranks lower, never hidden                     | BLS none EMERGENCY        | A1 BLS 5                          | Im none 30 never, Noi none 39 EMERGENCY=1/0                                               | A1>Noi, A1>Im
            silent and much nearer wins                          | BLS none EMERGENCY        | A1 BLS 5                          | Im none 28 never, Noi none 39 EMERGENCY=1/0                                               | A1>Im, A1>Noi
            these beds never counted is silent too               | BLS none ICU              | A1 BLS 5                          | Im none 30 EMERGENCY=5/0, Noi none 39 ICU=1/0                                             | A1>Noi, A1>Im
            an old count ranks lower                             | BLS none EMERGENCY        | A1 BLS 5                          | Cu none 30 EMERGENCY=1/0 said=13, Moi none 37 EMERGENCY=1/0                               | A1>Moi, A1>Cu
            a count of the last shift ranks a little lower       | BLS none EMERGENCY        | A1 BLS 5                          | Cu none 30 EMERGENCY=1/0 said=5, Moi none 31 EMERGENCY=1/0                                | A1>Moi, A1>Cu
            an advisory ranks lower                              | BLS none EMERGENCY        | A1 BLS 5                          | Ban none 30 EMERGENCY=1/0 advisory, Vang none 39 EMERGENCY=1/0                            | A1>Vang, A1>Ban
            closed is left out                                   | BLS none EMERGENCY        | A1 BLS 5                          | Dong none 10 EMERGENCY=1/0 closed, Mo none 39 EMERGENCY=1/0                               | A1>Mo; Dong EMS_CLOSED
            declined is not asked again                          | BLS none EMERGENCY        | A1 BLS 5 ours                     | Chê none 10 EMERGENCY=1/0 declined, Mo none 39 EMERGENCY=1/0                              | A1>Mo; Chê DECLINED
            a stale fix ranks lower                              | BLS none EMERGENCY        | A1 BLS 10 fix=11, A2 BLS 12       | Tinh none 40 EMERGENCY=1/0                                                                | A2>Tinh, A1>Tinh
            ten minutes are not stale                            | BLS none EMERGENCY        | A1 BLS 10 fix=10, A2 BLS 12       | Tinh none 40 EMERGENCY=1/0                                                                | A1>Tinh, A2>Tinh
            never reported is no better than stale               | BLS none EMERGENCY        | A1 BLS 10 nofix, A2 BLS 12        | Tinh none 40 EMERGENCY=1/0                                                                | A2>Tinh, A1>Tinh
            nobody fit: the one short of it, before nobody       | ALS none EMERGENCY        | A1 BLS 10, A2 ALS 5 busy          | Tinh none 40 EMERGENCY=1/0                                                                | A1>Tinh; A2 BUSY[ON_SCENE]
            one fit far away: those short of it are left out     | ALS none EMERGENCY        | A1 BLS 10, A2 ALS 90              | Tinh none 40 EMERGENCY=1/0                                                                | A2>Tinh; A1 LACKS_CAPABILITY[ALS]
            nobody at all: every unit has its reason             | ALS none EMERGENCY        | A1 ALS 5 busy, A2 ALS 5 off, A3 ALS - | Tinh none 40 EMERGENCY=1/0                                                            | nobody; A1 BUSY[ON_SCENE], A2 OUT_OF_SERVICE, A3 CUT_OFF
            cut off on this side of the landslide                | BLS none EMERGENCY        | A1 BLS -, A2 BLS 55               | Tinh none - EMERGENCY=9/0, Huyen none 30 EMERGENCY=1/0                                    | A2>Huyen; A1 CUT_OFF, Tinh CUT_OFF
            every hospital cut off: go, and decide later         | BLS none EMERGENCY        | A1 BLS 5                          | Tinh none - EMERGENCY=9/0                                                                 | A1>-; Tinh CUT_OFF
            ties go to the lower call sign, the lower id         | BLS none EMERGENCY        | A2 BLS 5, A1 BLS 5                | B none 40 EMERGENCY=1/0, A none 40 EMERGENCY=1/0                                          | A1>A, A1>B, A2>A, A2>B
            at most three hospitals a unit                       | BLS none EMERGENCY        | A1 BLS 5                          | A none 10 EMERGENCY=1/0, B none 20 EMERGENCY=1/0, C none 30 EMERGENCY=1/0, D none 40 EMERGENCY=1/0 | A1>A, A1>B, A1>C; D OUTRANKED
            nobody to carry: no hospital is named or blamed      | BLS none -                | A2 BLS 9, A1 BLS 12               | Tinh none 40 EMERGENCY=0/0                                                                | A2>-, A1>-
            no units at all                                      | BLS none EMERGENCY        | -                                 | Tinh none 40 EMERGENCY=1/0                                                                | nobody
            no hospitals at all                                  | BLS none EMERGENCY        | A1 BLS 5                          | -                                                                                         | A1>-
            """)
    void recommends(String story, String need, @Nullable String units, @Nullable String hospitals, String expected) {
        assertEquals(expected, Drawn.told(decide(need, units, hospitals)));
    }

    @Test
    void at_most_ten_options_and_whoever_is_left_out_is_told_so() {
        String units = IntStream.rangeClosed(10, 29)
                .mapToObj(i -> "A" + i + " BLS " + i)
                .collect(Collectors.joining(", "));
        Recommendation recommendation = decide("BLS none EMERGENCY", units, "Tinh none 40 EMERGENCY=1/0");

        assertEquals(10, recommendation.options().size());
        assertEquals(10, recommendation.refusals().size());
        Refusal first = recommendation.refusals().get(0);
        assertEquals("A20 OUTRANKED [77]", first.name() + " " + first.code() + " " + first.args());
    }

    @Test
    void the_time_to_care_is_turnout_travel_scene_and_transport() {
        Option best = decide("BLS none EMERGENCY", "A1 BLS 8", "Tinh none 40 EMERGENCY=1/0")
                .findBest()
                .orElseThrow();
        assertEquals(Duration.ofMinutes(10), best.plan().eta());
        assertEquals(Duration.ofMinutes(2 + 8 + 15 + 40), best.plan().timeToCare());
        assertEquals(ROADS, best.plan().roadsVersion());
        assertEquals(best.plan().timeToCare(), best.plan().timeToCareSpread().p50());
    }

    @Test
    void an_uncertain_road_is_said_and_ranks_no_lower_than_a_certain_one_of_the_same_time() {
        UnitCandidate sure = Drawn.units("A2 BLS 9").get(0);
        Unit guessedUnit = Drawn.units("A1 BLS 9").get(0).unit();
        Travel guess = new Travel(Duration.ofMinutes(9), 4_500, Travel.Basis.ESTIMATE);
        UnitCandidate guessed = new UnitCandidate(guessedUnit, java.util.Optional.of(guess), false);

        List<Option> options = JointPolicy.decide(
                        Drawn.need("BLS none -"), List.of(sure, guessed), List.of(), ON_SCENE, ROADS, Samples.NOW)
                .options();

        assertEquals(
                List.of("A1", "A2"),
                options.stream().map(option -> option.unit().callSign()).toList());
        Plan worse = options.get(0).plan();
        Plan better = options.get(1).plan();
        assertEquals(better.eta(), worse.eta());
        assertTrue(worse.etaSpread().p90().compareTo(better.etaSpread().p90()) > 0);
    }

    @Test
    void doubt_moves_the_rank_and_not_the_times_shown() {
        Option silent = decide("BLS none EMERGENCY", "A1 BLS 8 fix=60", "Im none 40 never")
                .findBest()
                .orElseThrow();
        assertEquals(Duration.ofMinutes(65), silent.plan().timeToCare());
        assertEquals(Duration.ofMinutes(65 + 3 + 10), silent.rank());
    }

    /** Samples.NOW is 09:30 UTC, half past four in the afternoon in Lai Châu. */
    @ParameterizedTest(name = "{0} h later: {1} min")
    @CsvSource({"0, 2", "5, 2", "6, 4", "11, 4", "13, 4", "14, 2"})
    void the_turnout_is_that_of_the_hour_at_the_station(long hoursLater, long minutes) {
        Unit drawn = Drawn.units("A1 BLS 8").get(0).unit();
        List<Integer> byHour = IntStream.range(0, 24)
                .mapToObj(hour -> hour < 6 || hour >= 22 ? 240 : 120)
                .toList();
        Station station = new Station("s", "Trạm", Samples.SCENE, new Turnout(byHour, ZoneId.of("Asia/Ho_Chi_Minh")));
        Unit unit = new Unit(
                drawn.id(),
                drawn.callSign(),
                station,
                drawn.capabilities(),
                drawn.vehicle(),
                drawn.status(),
                drawn.lastFix(),
                null);
        UnitCandidate candidate = new UnitCandidate(unit, java.util.Optional.of(Samples.travel(8)), false);

        Option best = JointPolicy.decide(
                        Drawn.need("BLS none -"),
                        List.of(candidate),
                        List.of(),
                        ON_SCENE,
                        ROADS,
                        Samples.NOW.plus(Duration.ofHours(hoursLater)))
                .findBest()
                .orElseThrow();

        assertEquals(Duration.ofMinutes(minutes), best.plan().turnout());
        assertEquals(Duration.ofMinutes(minutes + 8), best.plan().eta());
    }

    @Test
    void a_unit_that_is_out_already_does_not_turn_out_again() {
        Option ours = decide("BLS none EMERGENCY", "A1 BLS 0 ours", "Tinh none 40 EMERGENCY=1/0")
                .findBest()
                .orElseThrow();
        assertEquals(Duration.ZERO, ours.plan().turnout());
        assertEquals(Code.ALREADY_ASSIGNED, ours.reasons().get(0).code());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            plain             | BLS none EMERGENCY        | A1 BLS 8        | Tinh none 40 EMERGENCY=2/1          | REACHES_SCENE[A1, 2, 8, 4.0, 14] REACHES_HOSPITAL[Tinh, 40, 20.0, 58] HAS_BED[EMERGENCY, 1]
            with its services | ALS CT+TRAUMA_SURGERY TRAUMA | A1 ALS 8     | Tinh TRAUMA_SURGERY+CT 40 TRAUMA=2/0 | REACHES_SCENE[A1, 2, 8, 4.0, 14] REACHES_HOSPITAL[Tinh, 40, 20.0, 58] HAS_SERVICES[TRAUMA_SURGERY, CT] HAS_BED[TRAUMA, 2]
            short of a doctor | ALS none EMERGENCY        | A1 BLS 8        | Tinh none 40 EMERGENCY=2/0          | REACHES_SCENE[A1, 2, 8, 4.0, 14] SHORT_OF_CAPABILITY[ALS] REACHES_HOSPITAL[Tinh, 40, 20.0, 58] HAS_BED[EMERGENCY, 2]
            every doubt       | BLS none EMERGENCY        | A1 BLS 8 fix=75 | Tinh none 40 EMERGENCY=2/0 said=30 advisory | REACHES_SCENE[A1, 2, 8, 4.0, 14] REACHES_HOSPITAL[Tinh, 40, 20.0, 58] HAS_BED[EMERGENCY, 2] POSITION_OLD[75] CAPACITY_OLD[30] EMS_ADVISORY
            never a word      | BLS none EMERGENCY        | A1 BLS 8 nofix  | Im none 40 never                    | REACHES_SCENE[A1, 2, 8, 4.0, 14] REACHES_HOSPITAL[Im, 40, 20.0, 58] POSITION_ASSUMED CAPACITY_UNKNOWN
            nobody to carry   | BLS none -                | A1 BLS 8        | Tinh none 40 never                  | REACHES_SCENE[A1, 2, 8, 4.0, 14] NO_TRANSPORT_NEEDED
            nowhere to go     | BLS none EMERGENCY        | A1 BLS 8        | Tinh none 40 closed                 | REACHES_SCENE[A1, 2, 8, 4.0, 14] NO_HOSPITAL_FITS
            """)
    void says_why(String story, String need, String units, String hospitals, String expected) {
        Option best = decide(need, units, hospitals).findBest().orElseThrow();
        assertEquals(
                expected,
                best.reasons().stream()
                        .map(reason -> reason.code()
                                + (reason.args().isEmpty() ? "" : reason.args().toString()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void one_estimate_marks_the_whole_recommendation() {
        List<HospitalCandidate> hospitals = Drawn.hospitals("Tinh none 40 EMERGENCY=1/0");
        UnitCandidate byRoad = Drawn.units("A1 BLS 8").get(0);
        Travel guess = new Travel(Duration.ofMinutes(9), 9_000, Travel.Basis.ESTIMATE);
        UnitCandidate guessed =
                new UnitCandidate(Drawn.units("A2 BLS 9").get(0).unit(), java.util.Optional.of(guess), false);

        Recommendation recommendation = JointPolicy.decide(
                Drawn.need("BLS none EMERGENCY"), List.of(byRoad, guessed), hospitals, ON_SCENE, ROADS, Samples.NOW);

        assertEquals(Travel.Basis.ESTIMATE, recommendation.basis());
        assertEquals(
                List.of(Travel.Basis.ROAD, Travel.Basis.ESTIMATE),
                recommendation.options().stream()
                        .map(option -> option.plan().basis())
                        .toList());
    }

    /** Drawn at random from few values, so that ties are common; the seed is in the message. */
    @Test
    void the_order_in_which_candidates_come_changes_nothing_and_nobody_is_lost() {
        for (long seed = 0; seed < 300; seed++) {
            Random chance = new Random(seed);
            List<UnitCandidate> units = new ArrayList<>(Drawn.units(someUnits(chance)));
            List<HospitalCandidate> hospitals = new ArrayList<>(Drawn.hospitals(someHospitals(chance)));
            Need need = Drawn.need(pick(chance, "BLS none EMERGENCY", "ALS CT ICU", "ALS none -"));
            Recommendation first = JointPolicy.decide(need, units, hospitals, ON_SCENE, ROADS, Samples.NOW);
            Collections.shuffle(units, chance);
            Collections.shuffle(hospitals, chance);

            assertEquals(
                    first, JointPolicy.decide(need, units, hospitals, ON_SCENE, ROADS, Samples.NOW), "seed " + seed);
            everyUnitIsNamedOnce(units, first, "seed " + seed);
            everyHospitalIsNamedOnce(need, hospitals, first, "seed " + seed);
        }
    }

    private static void everyUnitIsNamedOnce(List<UnitCandidate> units, Recommendation answer, String seed) {
        Set<String> going =
                answer.options().stream().map(option -> option.unit().id()).collect(Collectors.toSet());
        List<String> refused = refused(answer, Refusal.Subject.UNIT);
        assertEquals(refused.size(), new HashSet<>(refused).size(), seed);
        for (UnitCandidate candidate : units) {
            String id = candidate.unit().id();
            assertTrue(going.contains(id) != refused.contains(id), seed + ": " + id + " in " + Drawn.told(answer));
        }
    }

    private static void everyHospitalIsNamedOnce(
            Need need, List<HospitalCandidate> hospitals, Recommendation answer, String seed) {
        if (need.bed() == null || answer.options().isEmpty()) {
            return; // nobody is brought anywhere
        }
        Set<String> receiving = answer.options().stream()
                .flatMap(option -> java.util.stream.Stream.ofNullable(option.hospital()))
                .map(hospital -> hospital.id())
                .collect(Collectors.toSet());
        List<String> refused = refused(answer, Refusal.Subject.HOSPITAL);
        for (HospitalCandidate candidate : hospitals) {
            String id = candidate.hospital().id();
            assertTrue(receiving.contains(id) != refused.contains(id), seed + ": " + id + " in " + Drawn.told(answer));
        }
    }

    private static List<String> refused(Recommendation answer, Refusal.Subject subject) {
        return answer.refusals().stream()
                .filter(refusal -> refusal.subject() == subject)
                .map(Refusal::id)
                .toList();
    }

    private static String someUnits(Random chance) {
        return IntStream.range(0, 1 + chance.nextInt(12))
                .mapToObj(i -> "A" + i + " " + pick(chance, "ALS", "BLS") + " " + pick(chance, "5", "10", "-")
                        + pick(chance, "", "", " busy", " off", " 4x4", " fix=30", " nofix"))
                .collect(Collectors.joining(", "));
    }

    private static String someHospitals(Random chance) {
        return IntStream.range(0, 1 + chance.nextInt(8))
                .mapToObj(i -> "H" + i + " " + pick(chance, "CT", "none") + " " + pick(chance, "20", "30", "-")
                        + pick(
                                chance,
                                " EMERGENCY=1/0 ICU=1/0",
                                " ICU=1/1",
                                " never",
                                " closed",
                                " advisory",
                                " declined",
                                " 4x4only"))
                .collect(Collectors.joining(", "));
    }

    private static String pick(Random chance, String... from) {
        return from[chance.nextInt(from.length)];
    }

    private static Recommendation decide(String need, @Nullable String units, @Nullable String hospitals) {
        return JointPolicy.decide(
                Drawn.need(need), Drawn.units(units), Drawn.hospitals(hospitals), ON_SCENE, ROADS, Samples.NOW);
    }
}
