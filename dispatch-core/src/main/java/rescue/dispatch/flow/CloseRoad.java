package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.VehicleClass;

/** Enters and lifts road closures. Once answered, every later driving time on this node honours it. */
public final class CloseRoad {

    /** What was entered. */
    public record Entered(
            RoadExtent extent,
            String reason,
            Set<VehicleClass> passableFor,
            @Nullable Instant until) {}

    private final RoadClosures closures;
    private final RoadNetwork roads;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;
    private final AtomicLong version = new AtomicLong();
    private volatile List<RoadClosure> inForce = List.of();

    public CloseRoad(RoadClosures closures, RoadNetwork roads, Ids ids, InstantSource clock, ChangeBell bell) {
        this.closures = closures;
        this.roads = roads;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    public Future<Outcome<RoadClosure>> close(Entered entered, String by) {
        Instant now = clock.instant();
        if (entered.until() != null && !entered.until().isAfter(now)) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.UNTIL_IN_THE_PAST));
        }
        if (entered.reason().isBlank()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.REASON_MISSING));
        }
        RoadClosure closure = new RoadClosure(
                ids.next(), entered.extent(), entered.reason(), entered.passableFor(), now, entered.until());
        return roads.match(entered.extent())
                .compose(match -> match.fold(
                        matched -> enter(closure, by),
                        notYet -> enter(closure, by),
                        unmatched -> Future.succeededFuture(refusal(unmatched.why()))));
    }

    private Future<Outcome<RoadClosure>> enter(RoadClosure closure, String by) {
        return closures.enter(closure, by).compose(done -> refresh()).map(version -> Outcome.done(closure));
    }

    /** The id, when it was lifted. */
    public Future<Outcome<UUID>> open(UUID id, String by) {
        return closures.lift(id, by)
                .compose(lifted -> lifted
                        ? refresh().map(version -> Outcome.done(id))
                        : Future.succeededFuture(Outcome.refused(RefusalCode.ROAD_CLOSURE_UNKNOWN)));
    }

    /** Puts in force what is entered: at start, after every change, and when one may have expired. */
    public Future<Long> refresh() {
        return closures.listInForce().compose(this::putInForce);
    }

    /** As {@link #refresh}, when something was entered, lifted or has expired since the last time, here or elsewhere. */
    public Future<Boolean> refreshIfChanged() {
        return closures.listInForce()
                .compose(now -> now.equals(inForce)
                        ? Future.succeededFuture(false)
                        : putInForce(now).map(true));
    }

    private Future<Long> putInForce(List<RoadClosure> now) {
        long next = version.incrementAndGet();
        return roads.putInForce(new RoadsInForce(next, now)).map(next).onSuccess(done -> {
            inForce = now;
            bell.ring();
        });
    }

    private static Outcome<RoadClosure> refusal(UnlocatableRoad why) {
        return switch (why.code()) {
            case ROAD_UNKNOWN ->
                Outcome.refused(
                        RefusalCode.ROAD_UNKNOWN,
                        why.road(),
                        why.similar().isEmpty() ? "–" : String.join(", ", why.similar()));
            case KM_BEYOND_END -> Outcome.refused(RefusalCode.KM_BEYOND_END, why.road(), why.firstKm(), why.lastKm());
            case KM_BACKWARDS -> Outcome.refused(RefusalCode.KM_BACKWARDS);
            case OUTSIDE_MAP -> Outcome.refused(RefusalCode.OUTSIDE_MAP);
            case NO_ROAD_THERE -> Outcome.refused(RefusalCode.NO_ROAD_THERE);
        };
    }
}
