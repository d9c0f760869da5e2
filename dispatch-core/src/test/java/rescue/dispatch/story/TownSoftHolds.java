package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldRule;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.port.SoftHolds;

/** What the desks of the town are choosing. */
final class TownSoftHolds implements SoftHolds {

    private final TownHospitals hospitals;
    private final InstantSource clock;
    private final Map<UUID, SoftHold> holds = new LinkedHashMap<>();

    TownSoftHolds(TownHospitals hospitals, InstantSource clock) {
        this.hospitals = hospitals;
        this.clock = clock;
    }

    @Override
    public Future<Optional<SoftHold>> take(UUID incidentId, String hospitalId, BedKind bed, String by) {
        holds.remove(incidentId);
        Instant until = clock.instant().plus(HoldRule.WHILE_CHOOSING);
        return hospitals
                .find(hospitalId)
                .compose(house -> list().map(others -> {
                    long chosen = others.stream()
                            .filter(each -> each.hospitalId().equals(hospitalId) && each.bed() == bed)
                            .count();
                    return house.flatMap(each -> each.capacity().findBeds(bed))
                            .filter(beds -> beds.free() > chosen)
                            .map(beds -> {
                                var hold = new SoftHold(incidentId, "of " + incidentId, hospitalId, bed, by, until);
                                holds.put(incidentId, hold);
                                return hold;
                            });
                }));
    }

    @Override
    public Future<Void> giveBack(UUID incidentId, String by) {
        holds.computeIfPresent(incidentId, (id, hold) -> hold.by().equals(by) ? null : hold);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<SoftHold>> list() {
        return Future.succeededFuture(holds.values().stream()
                .filter(hold -> hold.until().isAfter(clock.instant()))
                .toList());
    }
}
