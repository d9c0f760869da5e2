package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.flow.WatchPlaces;
import rescue.dispatch.port.CutOffBoard;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.shell.phrases.Phrases;

/** {@code /road-closures}: what a landslide has cut, from the moment it is entered. */
public final class RoadClosureRoutes implements ApiRoutes {

    private final CloseRoad closeRoad;
    private final FollowRoads follow;
    private final RoadClosureList list;
    private final WatchPlaces places;
    private final CutOffBoard cutOff;
    private final Phrases phrases;

    public RoadClosureRoutes(
            CloseRoad closeRoad,
            FollowRoads follow,
            RoadClosures closures,
            RoadNetwork roads,
            WatchPlaces places,
            CutOffBoard cutOff,
            InstantSource clock,
            Phrases phrases) {
        this.closeRoad = closeRoad;
        this.follow = follow;
        this.list = new RoadClosureList(follow, closures, roads, cutOff, clock, phrases);
        this.places = places;
        this.cutOff = cutOff;
        this.phrases = phrases;
    }

    @Override
    public Map<LiveState.Board, SharedBoard> boards() {
        return Map.of(LiveState.Board.ROAD_CLOSURES, list.board());
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listRoadClosures").addHandler(list::answer);
        builder.getRoute("createRoadClosure").addHandler(this::create);
        builder.getRoute("createRoadClosures").addHandler(this::createMany);
        builder.getRoute("deleteRoadClosure").addHandler(this::delete);
    }

    private void create(RoutingContext ctx) {
        CloseRoad.Entered entered = RoadClosureAsk.read(Ask.body(ctx));
        var write = new RoadClosureJson(phrases, Ask.language(ctx));
        closeRoad
                .close(entered, Sessions.get(ctx).user())
                .compose(outcome -> outcome.fold(
                        Future::succeededFuture,
                        refused -> Future.<CloseRoad.Closed>failedFuture(failure(refused, entered.extent()))))
                .compose(closed -> cutsOff(closed.closure().id())
                        .map(found -> write.of(closed).put("cutsOff", found)))
                .onSuccess(closure -> Reply.json(ctx, 201, closure))
                .onFailure(ctx::fail);
    }

    /** What it has cut off; null when that could not be found out: the road closure is in force all the same. */
    private Future<@Nullable JsonArray> cutsOff(UUID id) {
        return places.look()
                .compose(done -> cutOff.list())
                .map(found -> CutOffJson.of(found.stream()
                        .filter(place -> place.because().contains(id))
                        .toList()))
                .otherwise(failure -> null);
    }

    /** Refused one by one, entered together. */
    private void createMany(RoutingContext ctx) {
        String by = Sessions.get(ctx).user();
        var outcomes = new RoadClosureOutcomes(phrases, Ask.language(ctx));
        onWorker(ctx, () -> {
                    outcomes.read(Ask.body(ctx).getJsonArray("roadClosures"));
                    return outcomes.readable();
                })
                .compose(readable -> closeRoad.closeAll(readable, by))
                .compose(done -> onWorker(
                        ctx,
                        () -> outcomes.write(done)
                                .put("roadsVersion", follow.inForce().version())
                                .toBuffer()))
                .onSuccess(body -> Reply.json(ctx, 200, body))
                .onFailure(ctx::fail);
    }

    private void delete(RoutingContext ctx) {
        UUID id = Ask.uuid(ctx, "roadClosureId", ProblemCode.ROAD_CLOSURE_UNKNOWN);
        closeRoad
                .open(id, Sessions.get(ctx).user())
                .compose(Refusals::orFail)
                .onSuccess(done -> Reply.noContent(ctx))
                .onFailure(ctx::fail);
    }

    /** Pointing at whichever way the place was told. */
    static ApiFailure failure(rescue.dispatch.flow.Outcome.Refused<?> refused, RoadExtent extent) {
        ApiFailure failure = Refusals.failure(refused);
        return switch (refused.code()) {
            case OUTSIDE_MAP, NO_ROAD_THERE, NO_SUCH_ROADS -> failure.at(RoadClosureAsk.pointer(extent));
            default -> failure;
        };
    }

    private static <T> Future<T> onWorker(RoutingContext ctx, java.util.concurrent.Callable<T> work) {
        Vertx vertx = ctx.vertx();
        return vertx.executeBlocking(work, false);
    }
}
