package rescue.dispatch.decision;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.unit.Capability;

/** What to ask for when nobody has said it yet. The operator's word replaces it at any time. */
public final class NeedAssessment {

    private static final Set<AlertKind> INJURES =
            Set.of(AlertKind.TRAFFIC_COLLISION, AlertKind.LANDSLIDE, AlertKind.FALL, AlertKind.FLOOD);

    private NeedAssessment() {}

    /** By kind, urgency and the patients seen so far; {@code injured} is null when nobody said. */
    public static Need of(AlertKind kind, Priority priority, List<Patient> patients, @Nullable Integer injured) {
        boolean red = patients.stream().anyMatch(patient -> patient.triage() == TriageCategory.RED);
        Set<Capability> capabilities = Set.of(priority == Priority.P1 ? Capability.ALS : Capability.BLS);
        boolean onlyDead =
                !patients.isEmpty() && patients.stream().allMatch(patient -> patient.triage() == TriageCategory.BLACK);
        if (onlyDead || (patients.isEmpty() && saysNobodyHurt(kind, priority, injured))) {
            return new Need(capabilities, Set.of(), null);
        }
        return new Need(capabilities, services(kind, red), bed(kind, red));
    }

    /** "Nobody hurt" beside somebody trapped or dead is not believed, and of the sick it says nothing. */
    private static boolean saysNobodyHurt(AlertKind kind, Priority priority, @Nullable Integer injured) {
        return Integer.valueOf(0).equals(injured) && kind.countsInjured() && priority.compareTo(Priority.P2) > 0;
    }

    private static Set<Service> services(AlertKind kind, boolean red) {
        if (kind == AlertKind.OBSTETRIC) {
            return Set.of(Service.OBSTETRICS);
        }
        if (!red) {
            return Set.of();
        }
        if (INJURES.contains(kind)) {
            return Set.of(Service.TRAUMA_SURGERY);
        }
        return kind == AlertKind.FIRE ? Set.of(Service.BURNS) : Set.of(Service.ICU);
    }

    private static BedKind bed(AlertKind kind, boolean red) {
        if (kind == AlertKind.OBSTETRIC) {
            return BedKind.MATERNITY;
        }
        if (!red) {
            return BedKind.EMERGENCY;
        }
        return INJURES.contains(kind) ? BedKind.TRAUMA : BedKind.ICU;
    }
}
