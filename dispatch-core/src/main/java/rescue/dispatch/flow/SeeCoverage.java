package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Ready;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/** How far help is from everywhere: by the units that are free now, on the roads as they are now. */
public final class SeeCoverage {

    private final UnitBoard units;
    private final Gazetteer gazetteer;
    private final RoadNetwork roads;
    private final InstantSource clock;

    public SeeCoverage(UnitBoard units, Gazetteer gazetteer, RoadNetwork roads, InstantSource clock) {
        this.units = units;
        this.gazetteer = gazetteer;
        this.roads = roads;
        this.clock = clock;
    }

    /**
     * A place, and who would be there first.
     *
     * @param unit null when no free unit gets there by road
     * @param time turnout and drive; null with the unit
     */
    public record Covered(
            Place place, @Nullable Unit unit, @Nullable Duration time, Travel.@Nullable Basis basis) {}

    /** All places at one moment. */
    public record Seen(Instant at, long roadsVersion, List<Covered> places) {}

    public Future<Seen> now() {
        Instant now = clock.instant();
        List<Place> places = gazetteer.listInhabited();
        return units.list()
                .map(all -> all.stream()
                        .filter(unit -> unit.status() == UnitStatus.AVAILABLE)
                        .toList())
                .compose(free -> roads.coverage(
                                free.stream()
                                        .map(unit -> new Ready(
                                                unit.position(),
                                                unit.vehicle(),
                                                unit.station().turnout().at(now)))
                                        .toList(),
                                places.stream().map(Place::at).toList())
                        .map(coverage -> new Seen(now, coverage.roadsVersion(), covered(places, free, coverage))));
    }

    private static List<Covered> covered(List<Place> places, List<Unit> free, Coverage coverage) {
        List<Covered> covered = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            covered.add(coverage.first()
                    .get(i)
                    .map(first -> new Covered(place, free.get(first.unit()), first.time(), first.basis()))
                    .orElseGet(() -> new Covered(place, null, null, null)));
        }
        return covered;
    }
}
