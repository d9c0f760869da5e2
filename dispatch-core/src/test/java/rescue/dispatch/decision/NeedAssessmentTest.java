package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.story.Samples.patients;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.unit.Capability;

final class NeedAssessmentTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # story                                   | kind              | urgency | patient | hurt | unit | service        | bed
            nobody has seen anyone                    | TRAFFIC_COLLISION | P2      | -       | -    | BLS  | -              | EMERGENCY
            a crash with a red patient                | TRAFFIC_COLLISION | P1      | RED     | 1    | ALS  | TRAUMA_SURGERY | TRAUMA
            a yellow patient needs no surgeon         | TRAFFIC_COLLISION | P2      | YELLOW  | 1    | BLS  | -              | EMERGENCY
            burnt                                     | FIRE              | P1      | RED     | -    | ALS  | BURNS          | ICU
            a red patient of any illness              | MEDICAL           | P1      | RED     | -    | ALS  | ICU            | ICU
            a birth                                   | OBSTETRIC         | P1      | -       | -    | ALS  | OBSTETRICS     | MATERNITY
            nobody hurt: nobody to carry              | TRAFFIC_COLLISION | P3      | -       | 0    | BLS  | -              | -
            nobody hurt, said of the sick             | MEDICAL           | P2      | -       | 0    | BLS  | -              | EMERGENCY
            nobody hurt, said of a birth              | OBSTETRIC         | P1      | -       | 0    | ALS  | OBSTETRICS     | MATERNITY
            nobody hurt, yet urgent: somebody trapped | LANDSLIDE         | P1      | -       | 0    | ALS  | -              | EMERGENCY
            the crew's eyes against the caller's word | TRAFFIC_COLLISION | P1      | RED     | 0    | ALS  | TRAUMA_SURGERY | TRAUMA
            """)
    void asks_for(
            String story,
            AlertKind kind,
            Priority priority,
            @Nullable TriageCategory patient,
            @Nullable Integer injured,
            Capability unit,
            @Nullable Service service,
            @Nullable BedKind bed) {
        List<Patient> seen = patient == null ? List.of() : patients(patient);
        assertEquals(
                new Need(Set.of(unit), service == null ? Set.of() : Set.of(service), bed),
                NeedAssessment.of(kind, priority, seen, injured));
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void every_kind_needs_a_bed_while_nobody_says_otherwise(AlertKind kind) {
        for (Priority priority : Priority.values()) {
            assertEquals(
                    true, NeedAssessment.of(kind, priority, List.of(), null).bed() != null, kind + " " + priority);
        }
    }
}
