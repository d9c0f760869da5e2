package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.CutOff;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.flow.WaysAhead.Way;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.RouteChanged;
import rescue.dispatch.incident.IncidentEvent.UnitCutOff;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.JourneyChange;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.WayThere;

/**
 * Looks again at the way of every unit that is out, whenever the roads have changed; never because a unit has moved. What
 * its crew, the hospital and the desk must hear is written down, and told from the log.
 *
 * <p>Every node looks, for it does not know of the others. The first writes; the next finds that the unit has been told of
 * these roads already, or of newer ones.
 */
public final class WatchRoutes {

    /** More incidents with units out than a province has units; beyond it the new route is still there for the asking. */
    private static final int MOST_INCIDENTS = 1_000;

    private static final String BY = "system";

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final RoadNetwork roads;
    private final InstantSource clock;
    private final IncidentChange change;
    private final Latest<Void> looks = new Latest<>();
    private @Nullable RoadsAsOf seen;

    /** One look: what there was, what there is. */
    private record Look(RoadsAsOf before, RoadsAsOf now, RoadClosureNames names) {}

    public WatchRoutes(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            RoadNetwork roads,
            InstantSource clock,
            ChangeBell bell) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.roads = roads;
        this.clock = clock;
        this.change = new IncidentChange(log, bell);
    }

    /** Completes when everyone out has been looked at on the roads as they are at this call, or newer ones. */
    public Future<Void> look() {
        return looks.run(this::lookOnce);
    }

    /** What has failed is looked at again from where it was: what was seen moves on only when all is written. */
    private Future<Void> lookOnce() {
        RoadsAsOf now = roads.asOfNow();
        RoadsAsOf before = seen == null ? now : seen; // the first look tells only who is cut off, or no longer
        if (seen != null && before.version() == now.version()) {
            return Future.succeededFuture();
        }
        List<RoadClosure> known = new ArrayList<>(now.closures());
        known.addAll(before.closures());
        Look look = new Look(before, now, RoadClosureNames.of(known));
        return listWays().compose(ways -> judge(look, ways)).onSuccess(done -> seen = now);
    }

    private Future<List<Way>> listWays() {
        return Future.all(log.listOpen(MOST_INCIDENTS), units.list(), hospitals.list())
                .map(read -> {
                    List<Incident> open = read.resultAt(0);
                    WaysAhead ahead = new WaysAhead(read.resultAt(1), read.resultAt(2));
                    return open.stream()
                            .flatMap(incident -> ahead.of(incident).stream())
                            .toList();
                });
    }

    private Future<Void> judge(Look look, List<Way> all) {
        List<Way> ways = all.stream()
                .filter(way -> !isTold(way.assignment(), way.leg(), look.now))
                .toList();
        return look.now
                .since(look.before, ways.stream().map(Way::journey).toList())
                .compose(changes -> tellAll(look, ways, changes));
    }

    /** Incidents side by side; the units of one incident in turn, or they would beat each other. */
    private Future<Void> tellAll(Look look, List<Way> ways, List<JourneyChange> changes) {
        Map<UUID, Future<Void>> byIncident = new LinkedHashMap<>();
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            JourneyChange changed = changes.get(i);
            Future<Void> before = byIncident.getOrDefault(way.incident().id(), Future.succeededFuture());
            byIncident.put(way.incident().id(), before.compose(done -> tell(look, way, changed)));
        }
        return Future.join(List.copyOf(byIncident.values())).mapEmpty();
    }

    private Future<Void> tell(Look look, Way way, JourneyChange changed) {
        Assignment assignment = way.assignment();
        boolean toldCutOff = assignment.isCutOff(way.leg());
        boolean orderedOnTheseRoads = assignment.plan().roadsVersion() >= look.now.version();
        return switch (changed.verdict(toldCutOff)) {
            case AS_BEFORE -> Future.succeededFuture();
            case CHANGED ->
                orderedOnTheseRoads && !toldCutOff
                        ? Future.succeededFuture()
                        : write(look, way, notice(look, changed, null, changed.closed()));
            case CUT_OFF ->
                roads.route(way.journey())
                        .compose(answer -> answer.fold(
                                openAgain -> Future.succeededFuture(), // the next look is on its way
                                cutOff -> write(
                                        look, way, notice(look, changed, howFar(cutOff), cutBy(changed, cutOff)))));
        };
    }

    private RouteNotice notice(Look look, JourneyChange changed, @Nullable CutOff cutOff, List<UUID> closed) {
        return new RouteNotice(
                clock.instant(),
                look.now.version(),
                time(changed.before()),
                time(changed.now()),
                cutOff,
                closed,
                changed.opened(),
                look.names.first(closed, changed.opened()));
    }

    private static @Nullable Duration time(@Nullable Travel travel) {
        return travel == null ? null : travel.time();
    }

    private static CutOff howFar(WayThere.CutOff cutOff) {
        return new CutOff(
                cutOff.lastReachable(),
                cutOff.best().travel().time(),
                cutOff.onFoot().distanceM(),
                cutOff.onFoot().out());
    }

    private static List<UUID> cutBy(JourneyChange changed, WayThere.CutOff cutOff) {
        return changed.closed().isEmpty() ? cutOff.cutBy() : changed.closed();
    }

    private Future<Void> write(Look look, Way way, RouteNotice notice) {
        return change.byAssignment(
                        way.assignment().id(),
                        fresh -> Outcome.done(
                                isOver(fresh, way, look) ? Optional.empty() : Optional.of(event(way, notice))))
                .mapEmpty();
    }

    /** Whether there is nothing to tell any more: the leg is driven or leads elsewhere, or another node was faster. */
    private static boolean isOver(Incident fresh, Way way, Look look) {
        Assignment assignment = fresh.findAssignment(way.assignment().id()).orElseThrow();
        return !WaysAhead.isAhead(assignment, way) || isTold(assignment, way.leg(), look.now);
    }

    private static boolean isTold(Assignment assignment, Leg leg, RoadsAsOf now) {
        return assignment
                .findRoute(leg)
                .map(told -> told.roadsVersion() >= now.version())
                .orElse(false);
    }

    private static IncidentEvent event(Way way, RouteNotice notice) {
        UUID assignment = way.assignment().id();
        return notice.isCutOff()
                ? new UnitCutOff(assignment, way.leg(), notice, notice.asOf(), BY)
                : new RouteChanged(assignment, way.leg(), notice, notice.asOf(), BY);
    }
}
