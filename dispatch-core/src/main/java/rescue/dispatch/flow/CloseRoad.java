package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.UnlocatableRoad;

/** Enters and lifts road closures. Once answered, every later driving time on this node honours it. */
public final class CloseRoad {

    /**
     * More than a typhoon closes in a province. Every node holds them in memory with the roads that they match, some 50 MB
     * at worst; a drawn line counts with its points.
     */
    public static final int MAX_STANDING = 200_000;

    /** What was entered; {@code from} null means now. */
    public record Entered(
            RoadExtent extent,
            RoadEffect effect,
            String reason,
            @Nullable Instant from,
            @Nullable Instant until,
            RoadTimes.@Nullable Season season,
            RoadTimes.@Nullable DailyHours hours) {

        RoadTimes times(Instant now) {
            return new RoadTimes(from == null ? now : from, until, season, hours);
        }
    }

    /**
     * What entering it did.
     *
     * @param match the roads it means
     * @param roadsVersion the state of the roads that honours it
     * @param alreadyClosedBy in force on all of these roads before, and at least as strict for everybody: it changed nothing
     * @param contradicts in force on some of these roads before, with another effect: the strictest counts
     */
    public record Closed(
            RoadClosure closure,
            ExtentMatch match,
            long roadsVersion,
            List<UUID> alreadyClosedBy,
            List<UUID> contradicts) {}

    private final RoadClosures closures;
    private final RoadNetwork roads;
    private final FollowRoads follow;
    private final Ids ids;
    private final InstantSource clock;

    public CloseRoad(RoadClosures closures, RoadNetwork roads, FollowRoads follow, Ids ids, InstantSource clock) {
        this.closures = closures;
        this.roads = roads;
        this.follow = follow;
        this.ids = ids;
        this.clock = clock;
    }

    public Future<Outcome<Closed>> close(Entered entered, String by) {
        return closeAll(List.of(entered), by).map(outcomes -> outcomes.get(0));
    }

    /**
     * Enters those that can be, in one transaction and as one new state of the roads; an outcome for each, in their order.
     * What they overlap is told of what was in force before all of them.
     */
    public Future<List<Outcome<Closed>>> closeAll(List<Entered> entered, String by) {
        Instant now = clock.instant();
        List<Optional<RefusalCode>> faults = entered.stream()
                .map(one -> RoadClosureRule.firstBroken(one, now, follow.zone()))
                .toList();
        List<RoadExtent> askable = new ArrayList<>();
        int weight = follow.standingWeight();
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).isEmpty()) {
                askable.add(entered.get(i).extent());
                weight += entered.get(i).extent().weight();
            }
        }
        if (weight > MAX_STANDING) {
            Outcome<Closed> full = Outcome.refused(RefusalCode.TOO_MANY_ROAD_CLOSURES, MAX_STANDING);
            return Future.succeededFuture(entered.stream().map(one -> full).toList());
        }
        return match(askable).compose(matches -> enter(drafts(entered, faults, matches, now), by));
    }

    private Future<List<ExtentMatch>> match(List<RoadExtent> extents) {
        return extents.size() == 1 ? roads.match(extents.get(0)).map(List::of) : roads.matchAll(extents);
    }

    /** One that will be entered, or the reason why not. */
    private record Draft(
            @Nullable RoadClosure closure, @Nullable ExtentMatch match, Outcome.@Nullable Refused<Closed> refused) {}

    private List<Draft> drafts(
            List<Entered> entered, List<Optional<RefusalCode>> faults, List<ExtentMatch> matches, Instant now) {
        List<Draft> drafts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < entered.size(); i++) {
            Optional<RefusalCode> fault = faults.get(i);
            if (fault.isPresent()) {
                drafts.add(new Draft(null, null, RoadClosureRule.refusal(fault.get())));
                continue;
            }
            Entered one = entered.get(i);
            ExtentMatch match = matches.get(next++);
            drafts.add(match.fold(
                    matched -> draft(one, matched, now),
                    notYet -> draft(one, notYet, now),
                    unmatched -> new Draft(null, null, refusal(unmatched.why()))));
        }
        return drafts;
    }

    private Draft draft(Entered one, ExtentMatch match, Instant now) {
        return new Draft(
                new RoadClosure(ids.next(), one.extent(), one.effect(), one.reason(), one.times(now)), match, null);
    }

    private Future<List<Outcome<Closed>>> enter(List<Draft> drafts, String by) {
        List<RoadClosure> good = new ArrayList<>();
        drafts.forEach(draft -> {
            if (draft.closure != null) {
                good.add(draft.closure);
            }
        });
        Future<RoadsInForce> after = good.isEmpty()
                ? Future.succeededFuture(follow.inForce())
                : closures.enter(good, by).compose(done -> follow.refresh());
        return after.map(roadsNow ->
                drafts.stream().map(draft -> outcome(draft, roadsNow.version())).toList());
    }

    private static Outcome<Closed> outcome(Draft draft, long version) {
        if (draft.closure == null || draft.match == null) {
            return java.util.Objects.requireNonNull(draft.refused);
        }
        RoadEffect effect = draft.closure.effect();
        List<ExtentMatch.Overlap> overlaps =
                draft.match instanceof ExtentMatch.Matched matched ? matched.overlaps() : List.of();
        return Outcome.done(new Closed(
                draft.closure,
                draft.match,
                version,
                overlaps.stream()
                        .filter(other -> other.whole() && other.effect().isAtLeastAsStrictAs(effect))
                        .map(ExtentMatch.Overlap::id)
                        .toList(),
                overlaps.stream()
                        .filter(other -> !other.effect().equals(effect))
                        .map(ExtentMatch.Overlap::id)
                        .toList()));
    }

    /** The id, when it was lifted. What others close there stays closed. */
    public Future<Outcome<UUID>> open(UUID id, String by) {
        return closures.lift(id, by)
                .compose(lifted -> lifted
                        ? follow.refresh().map(version -> Outcome.done(id))
                        : Future.succeededFuture(Outcome.refused(RefusalCode.ROAD_CLOSURE_UNKNOWN)));
    }

    private static Outcome.Refused<Closed> refusal(UnlocatableRoad why) {
        return switch (why.code()) {
            case ROAD_UNKNOWN ->
                RoadClosureRule.refusal(
                        RefusalCode.ROAD_UNKNOWN,
                        why.road(),
                        why.similar().isEmpty() ? "–" : String.join(", ", why.similar()));
            case KM_BEYOND_END ->
                RoadClosureRule.refusal(RefusalCode.KM_BEYOND_END, why.road(), why.firstKm(), why.lastKm());
            case KM_BACKWARDS -> RoadClosureRule.refusal(RefusalCode.KM_BACKWARDS);
            case OUTSIDE_MAP -> RoadClosureRule.refusal(RefusalCode.OUTSIDE_MAP);
            case NO_ROAD_THERE -> RoadClosureRule.refusal(RefusalCode.NO_ROAD_THERE);
            case NO_SUCH_ROADS -> RoadClosureRule.refusal(RefusalCode.NO_SUCH_ROADS);
        };
    }
}
