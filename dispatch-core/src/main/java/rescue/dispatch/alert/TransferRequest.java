package rescue.dispatch.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;

/**
 * A hospital asks that a patient of its own go on to another.
 *
 * @param fromId the hospital where the patient lies
 * @param toId the hospital that is asked first
 * @param patient as the ward sees him now
 * @param bed the kind of bed he needs there
 * @param services without which that hospital could not treat him
 */
public record TransferRequest(
        String fromId,
        String fromName,
        String toId,
        String toName,
        Patient patient,
        BedKind bed,
        Set<Service> services,
        @Nullable TransferPaper paper) {

    public TransferRequest {
        services = Set.copyOf(services);
    }
}
