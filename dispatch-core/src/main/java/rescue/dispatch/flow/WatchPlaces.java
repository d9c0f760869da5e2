package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.CutOffBoard;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.NetworkSplit;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WatchedPlace;
import rescue.dispatch.road.WatchedPlace.Kind;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Unit;

/** Says which scenes, stations, hospitals and communes are cut off, whenever the roads have changed. For an ambulance. */
public final class WatchPlaces {

    private static final int MOST_SCENES = 1_000;

    /** More than these that came at once are a storm, and no single one is the reason. */
    private static final int MOST_REASONS = 50;

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final List<WatchedPlace> communes;
    private final RoadNetwork roads;
    private final CutOffBoard board;
    private final InstantSource clock;
    private final Latest<Void> looks = new Latest<>();
    private @Nullable RoadsAsOf seen;

    public WatchPlaces(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            List<WatchedPlace> communes,
            RoadNetwork roads,
            CutOffBoard board,
            InstantSource clock) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.communes = List.copyOf(communes);
        this.roads = roads;
        this.board = board;
        this.clock = clock;
    }

    /** Completes when the board says what is cut off on the roads as they are at this call, or newer ones. */
    public Future<Void> look() {
        return looks.run(this::lookOnce);
    }

    private Future<Void> lookOnce() {
        RoadsAsOf now = roads.asOfNow();
        RoadsAsOf before = seen;
        if (before != null && before.version() == now.version()) {
            return Future.succeededFuture();
        }
        return listPlaces()
                .compose(places -> now.parts(
                                places.stream().map(WatchedPlace::at).toList(), VehicleClass.AMBULANCE)
                        .compose(parts -> parts.stream().noneMatch(Optional::isPresent)
                                ? Future.succeededFuture() // without a network nobody can tell
                                : board.replace(
                                        now.version(),
                                        NetworkSplit.cutOff(places, parts),
                                        because(before, now),
                                        clock.instant())))
                .onSuccess(done -> seen = now);
    }

    private Future<List<WatchedPlace>> listPlaces() {
        return Future.all(log.listOpen(MOST_SCENES), units.list(), hospitals.list())
                .map(read -> {
                    List<Incident> open = read.resultAt(0);
                    List<Unit> fleet = read.resultAt(1);
                    List<Hospital> houses = read.resultAt(2);
                    List<WatchedPlace> places = new ArrayList<>();
                    houses.forEach(
                            house -> places.add(new WatchedPlace(Kind.HOSPITAL, house.id(), house.name(), house.at())));
                    fleet.stream().map(Unit::station).distinct().forEach(station -> places.add(place(station)));
                    places.addAll(communes);
                    open.forEach(incident -> {
                        LocatedPlace scene = incident.placement().located();
                        if (scene != null) {
                            places.add(new WatchedPlace(
                                    Kind.SCENE, incident.id().toString(), incident.number(), scene.at()));
                        }
                    });
                    return places;
                });
    }

    private static WatchedPlace place(Station station) {
        return new WatchedPlace(Kind.STATION, station.id(), station.name(), station.at());
    }

    private static List<UUID> because(@Nullable RoadsAsOf before, RoadsAsOf now) {
        Set<UUID> known = before == null
                ? Set.of()
                : before.closures().stream().map(RoadClosure::id).collect(Collectors.toSet());
        return now.closures().stream()
                .filter(closure -> closure.effect().on(VehicleClass.AMBULANCE).closed())
                .map(RoadClosure::id)
                .filter(id -> !known.contains(id))
                .limit(MOST_REASONS)
                .toList();
    }
}
