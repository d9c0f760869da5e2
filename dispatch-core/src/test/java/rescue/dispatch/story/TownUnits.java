package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/** The units; what they are doing is read off the log. */
public final class TownUnits implements UnitBoard {

    private static final Duration TURNOUT = Duration.ofMinutes(2);

    private record Registered(String id, Set<Capability> capabilities, LatLon home, boolean onDuty) {}

    private final TownLog log;
    private final InstantSource clock;
    private final Map<String, Registered> register = new TreeMap<>();
    private final Map<String, AvlFix> fixes = new TreeMap<>();

    public TownUnits(TownLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    public void add(String id, LatLon home, Set<Capability> capabilities) {
        register.put(id, new Registered(id, capabilities, home, true));
    }

    @Override
    public Future<List<Unit>> list() {
        return Future.succeededFuture(register.values().stream()
                .map(this::unit)
                .sorted(Comparator.comparing(Unit::callSign))
                .toList());
    }

    @Override
    public Future<Optional<Unit>> find(String unitId) {
        return Future.succeededFuture(Optional.ofNullable(register.get(unitId)).map(this::unit));
    }

    private Unit unit(Registered registered) {
        Optional<Assignment> active = log.findActive(registered.id);
        UnitStatus idle = registered.onDuty ? UnitStatus.AVAILABLE : UnitStatus.OUT_OF_SERVICE;
        return new Unit(
                registered.id,
                registered.id,
                new Station("s", "Station", registered.home, Turnout.always(TURNOUT)),
                registered.capabilities,
                VehicleClass.AMBULANCE,
                active.map(assignment -> assignment.status().unitStatus()).orElse(idle),
                fixes.getOrDefault(registered.id, new AvlFix(registered.home, clock.instant(), null, null, null)),
                active.map(Assignment::id).orElse(null));
    }

    @Override
    public Future<Boolean> track(String unitId, List<AvlFix> news) {
        news.stream().max(Comparator.comparing(AvlFix::fixedAt)).ifPresent(fix -> fixes.put(unitId, fix));
        return Future.succeededFuture(register.containsKey(unitId));
    }

    @Override
    public Future<Boolean> setOnDuty(String unitId, boolean onDuty) {
        boolean can = register.containsKey(unitId) && log.findActive(unitId).isEmpty();
        if (can) {
            register.computeIfPresent(unitId, (id, was) -> new Registered(was.id, was.capabilities, was.home, onDuty));
        }
        return Future.succeededFuture(can);
    }

    @Override
    public Future<Optional<String>> findByDevice(String deviceId) {
        return Future.succeededFuture(Optional.empty());
    }
}
