package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.SoftHolds;

/**
 * Somebody at a desk is looking at a hospital for an incident: a bed there is hers while she chooses, so that the next desk is
 * shown another at once and not refused a minute later. Looking is always allowed: where no bed is left she is told who is
 * choosing it, and may decide all the same.
 */
public final class ChooseHospital {

    /**
     * What came of it.
     *
     * @param hold empty when no bed is kept: none is left, or none is needed
     * @param others who else is choosing a bed of that kind there
     */
    public record Choice(Optional<SoftHold> hold, List<SoftHold> others) {

        static final Choice NONE = new Choice(Optional.empty(), List.of());

        public Choice {
            others = List.copyOf(others);
        }
    }

    private final IncidentLog log;
    private final HospitalBoard hospitals;
    private final SoftHolds holds;
    private final ChangeBell bell;

    public ChooseHospital(IncidentLog log, HospitalBoard hospitals, SoftHolds holds, ChangeBell bell) {
        this.log = log;
        this.hospitals = hospitals;
        this.holds = holds;
        this.bell = bell;
    }

    /**
     * Chooses, or chooses no longer.
     *
     * @param hospitalId null when nobody is looking any more
     */
    public Future<Outcome<Choice>> choose(UUID incidentId, @Nullable String hospitalId, String by) {
        return log.find(incidentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId));
            }
            BedKind bed = bedNeeded(found.get());
            return hospitalId == null || bed == null
                    ? holds.giveBack(incidentId, by).map(done -> told(Choice.NONE))
                    : hospitals
                            .find(hospitalId)
                            .compose(house -> house.isPresent()
                                    ? take(incidentId, hospitalId, bed, by)
                                    : Future.succeededFuture(
                                            Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, hospitalId)));
        });
    }

    private static @Nullable BedKind bedNeeded(Incident incident) {
        return incident.isOpen() ? incident.needs().bed() : null;
    }

    private Future<Outcome<Choice>> take(UUID incidentId, String hospitalId, BedKind bed, String by) {
        return holds.take(incidentId, hospitalId, bed, by)
                .compose(hold ->
                        holds.list().map(all -> told(new Choice(hold, others(all, incidentId, hospitalId, bed)))));
    }

    private static List<SoftHold> others(List<SoftHold> all, UUID incidentId, String hospitalId, BedKind bed) {
        return all.stream()
                .filter(each -> !each.incidentId().equals(incidentId))
                .filter(each -> each.hospitalId().equals(hospitalId) && each.bed() == bed)
                .toList();
    }

    private Outcome<Choice> told(Choice choice) {
        bell.ring();
        return Outcome.done(choice);
    }
}
