package rescue.dispatch.simulation;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.port.SoftHolds;

/** The simulated desks decide in one step: what they look at before is not simulated. */
final class NobodyChooses implements SoftHolds {

    @Override
    public Future<Optional<SoftHold>> take(UUID incidentId, String hospitalId, BedKind bed, String by) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Void> giveBack(UUID incidentId, String by) {
        return Future.succeededFuture();
    }

    @Override
    public Future<List<SoftHold>> list() {
        return Future.succeededFuture(List.of());
    }
}
