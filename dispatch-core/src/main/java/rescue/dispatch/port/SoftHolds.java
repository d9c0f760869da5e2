package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.SoftHold;

/**
 * The beds that desks are choosing just now, one for each incident at most. Each runs out by itself, and is over once a unit
 * is sent.
 */
public interface SoftHolds {

    /**
     * Keeps such a bed of that hospital for {@link rescue.dispatch.hospital.HoldRule#WHILE_CHOOSING}, in place of the one
     * that was kept for the incident before.
     *
     * @return empty when none is left: each is promised, or somebody else is choosing it; then nothing is kept at all
     */
    Future<Optional<SoftHold>> take(UUID incidentId, String hospitalId, BedKind bed, String by);

    /** Gives back what that person chose for the incident; what another has chosen for it since stays. */
    Future<Void> giveBack(UUID incidentId, String by);

    /** Those that have not run out. */
    Future<List<SoftHold>> list();
}
