package rescue.dispatch.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldRule;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.plan.PatientNeed;

/** Which beds to ask the log to hold. */
final class Holding {

    private Holding() {}

    /**
     * The hold to write, or empty when nobody is transported, the hospital never reported such beds, or none is free and
     * the operator sends the unit all the same. Those who ride along have a bed too, as far as one is free.
     *
     * @param carries the patients it goes for; empty when it goes for whoever is there, and then it is one
     */
    static Optional<Hold> holdAt(
            Hospital hospital, Incident incident, List<TriageCategory> carries, Duration untilArrival, Instant now) {
        return Optional.ofNullable(PatientNeed.of(incident, carries).bed())
                .filter(hospital.capacity()::hasFree)
                .map(kind -> new Hold(
                        kind,
                        HoldState.FIRM,
                        now.plus(HoldRule.lasts(untilArrival)),
                        besides(kind, hospital, incident, carries)));
    }

    private static Map<BedKind, Integer> besides(
            BedKind first, Hospital hospital, Incident incident, List<TriageCategory> carries) {
        List<TriageCategory> along = new ArrayList<>(carries);
        carries.stream().min(TriageCategory::compareTo).ifPresent(along::remove);
        Map<BedKind, Integer> taken = new EnumMap<>(BedKind.class);
        taken.put(first, 1);
        for (TriageCategory colour : along) {
            BedKind bed = PatientNeed.of(incident, colour).bed();
            if (bed != null && taken.getOrDefault(bed, 0) < free(hospital, bed)) {
                taken.merge(bed, 1, Integer::sum);
            }
        }
        taken.merge(first, -1, Integer::sum);
        taken.values().removeIf(beds -> beds == 0);
        return taken;
    }

    private static int free(Hospital hospital, BedKind bed) {
        return hospital.capacity().findBeds(bed).map(BedCount::free).orElse(0);
    }
}
