package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.story.Samples;

/** What if? The same weights as the ranking, whatever rule speaks against it. */
final class WeighedPairTest {

    private static final Duration ON_SCENE = Duration.ofMinutes(15);

    private static final long ROADS = 7;

    // spotless:off
    /** The first unit with the first hospital, beside all that are drawn: minutes to care, the difference, the rules. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the best is no slower than itself             | BLS none EMERGENCY        | A1 BLS 8, A2 BLS 20        | Gan none 40 EMERGENCY=1/0                              | 65 +0
            another unit costs what it costs              | BLS none EMERGENCY        | A2 BLS 20, A1 BLS 8        | Gan none 40 EMERGENCY=1/0                              | 77 +12
            another hospital                              | BLS none EMERGENCY        | A1 BLS 8                   | Xa none 60 EMERGENCY=1/0, Gan none 40 EMERGENCY=1/0    | 85 +20
            faster, only its word is doubted              | BLS none EMERGENCY        | A1 BLS 8                   | Im none 30 never, Noi none 39 EMERGENCY=1/0            | 55 -9
            faster, only it is busy                       | BLS none EMERGENCY        | A1 BLS 8 busy, A2 BLS 20   | Gan none 40 EMERGENCY=1/0                              | 65 -12; A1 BUSY[ON_SCENE]
            off duty and without the doctor: both said    | ALS none EMERGENCY        | A1 BLS 8 off, A2 ALS 20    | Gan none 40 EMERGENCY=1/0                              | 65 -12; A1 OUT_OF_SERVICE, A1 LACKS_CAPABILITY[ALS]
            short of it though nobody else is fit         | ALS none EMERGENCY        | A1 BLS 8                   | Gan none 40 EMERGENCY=1/0                              | 65 +0; A1 LACKS_CAPABILITY[ALS]
            no surgeon and no bed: both said              | ALS TRAUMA_SURGERY TRAUMA | A1 ALS 8                   | Huyen none 20 TRAUMA=1/1, Tinh TRAUMA_SURGERY 70 TRAUMA=1/0 | 45 -50; Huyen LACKS_SERVICE[TRAUMA_SURGERY], Huyen NO_BED[TRAUMA, 1, 1]
            closed, and it has declined                   | BLS none EMERGENCY        | A1 BLS 8                   | Gan none 20 EMERGENCY=1/0 closed declined, Xa none 60 EMERGENCY=1/0 | 45 -40; Gan DECLINED, Gan EMS_CLOSED
            every rule on either side                     | BLS none EMERGENCY        | A1 BLS 8 busy, A2 BLS 9    | Gan none 20 EMERGENCY=0/0, Xa none 60 EMERGENCY=1/0    | 45 -41; A1 BUSY[ON_SCENE], Gan NO_BED[EMERGENCY, 0, 0]
            no road to the patient                        | BLS none EMERGENCY        | A1 BLS -, A2 BLS 20        | Gan none 40 EMERGENCY=1/0                              | cut off; A1 CUT_OFF
            no road to the hospital for anybody           | BLS none EMERGENCY        | A1 BLS 8                   | Gan none - EMERGENCY=1/0, Xa none 60 EMERGENCY=1/0     | cut off; Gan CUT_OFF
            no road to the hospital for this one          | BLS none EMERGENCY        | A1 BLS 8, J1 BLS 20 4x4    | Gan none 40 EMERGENCY=1/0 4x4only                      | cut off; Gan CUT_OFF
            nobody else can go                            | BLS none EMERGENCY        | A1 BLS 8 busy              | Gan none 40 EMERGENCY=1/0                              | 65 ?; A1 BUSY[ON_SCENE]
            alone where somebody must be carried          | BLS none EMERGENCY        | A1 BLS 8                   | -                                                      | 25 +0
            nobody to carry                               | BLS none -                | A2 BLS 20, A1 BLS 8        | -                                                      | 37 +12
            nobody to carry, and yet to a hospital        | BLS none -                | A1 BLS 8                   | Gan none 40 EMERGENCY=1/0                              | 65 ?
            """)
    // spotless:on
    void weighs(String story, String need, String units, @Nullable String hospitals, String expected) {
        List<UnitCandidate> fleet = Drawn.units(units);
        List<HospitalCandidate> houses = Drawn.hospitals(hospitals);
        assertEquals(expected, told(weigh(Drawn.need(need), fleet, houses)));
    }

    private static WeighedPair weigh(Need need, List<UnitCandidate> units, List<HospitalCandidate> hospitals) {
        HospitalCandidate asked = hospitals.isEmpty() ? null : hospitals.get(0);
        return WeighedPair.of(
                need,
                units.get(0),
                asked,
                JointPolicy.weigh(
                        need, units.get(0), hospitals.stream().limit(1).toList(), ON_SCENE, ROADS, Samples.NOW),
                JointPolicy.decide(need, units, hospitals, ON_SCENE, ROADS, Samples.NOW)
                        .findBest());
    }

    @Test
    void an_option_weighed_again_is_the_option_with_every_part_and_every_reason() {
        Need need = Drawn.need("ALS CT EMERGENCY");
        List<UnitCandidate> units = Drawn.units("A1 ALS 8 fix=30, A2 BLS 5, A3 ALS 20, J1 ALS 9 4x4, A4 ALS 3 busy");
        List<HospitalCandidate> hospitals = Drawn.hospitals("Gan CT 20 EMERGENCY=1/0 said=30, Xa CT 60 EMERGENCY=2/0,"
                + " Doc CT 12 EMERGENCY=1/0 4x4only, Im CT 30 never");
        List<Option> options = JointPolicy.decide(need, units, hospitals, ON_SCENE, ROADS, Samples.NOW)
                .options();
        assertEquals(9, options.size(), "three units, three hospitals each");
        for (Option option : options) {
            UnitCandidate unit = units.stream()
                    .filter(each -> each.unit().equals(option.unit()))
                    .findFirst()
                    .orElseThrow();
            List<HospitalCandidate> asked = hospitals.stream()
                    .filter(each -> each.hospital().equals(option.hospital()))
                    .toList();
            assertEquals(Optional.of(option), JointPolicy.weigh(need, unit, asked, ON_SCENE, ROADS, Samples.NOW));
        }
    }

    private static String told(WeighedPair pair) {
        Option option = pair.option();
        String weight = option == null
                ? "cut off"
                : option.plan().timeToCare().toMinutes() + " "
                        + pair.slower()
                                .map(slower -> String.format("%+d", slower.toMinutes()))
                                .orElse("?");
        String refusals = pair.refusals().stream()
                .map(no -> no.name() + " " + no.code()
                        + (no.args().isEmpty() ? "" : no.args().toString()))
                .collect(Collectors.joining(", "));
        return weight + (refusals.isEmpty() ? "" : "; " + refusals);
    }

    @Test
    void a_unit_without_a_hospital_is_not_compared_with_one_that_brings_the_patient_to_care() {
        Need need = Drawn.need("BLS none EMERGENCY");
        UnitCandidate unit = Drawn.units("A1 BLS 8").get(0);
        Option best = JointPolicy.decide(
                        need, List.of(unit), Drawn.hospitals("Gan none 40 EMERGENCY=1/0"), ON_SCENE, ROADS, Samples.NOW)
                .findBest()
                .orElseThrow();
        Optional<Option> alone = JointPolicy.weigh(need, unit, List.of(), ON_SCENE, ROADS, Samples.NOW);
        Hospital nowhere = alone.orElseThrow().hospital();
        assertEquals(null, nowhere);
        assertEquals(
                Optional.empty(),
                WeighedPair.of(need, unit, null, alone, Optional.of(best)).slower());
    }
}
