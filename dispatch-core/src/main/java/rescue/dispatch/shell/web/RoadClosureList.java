package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.port.CutOffBoard;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadClosures.Numbered;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.CutOffPlace;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** {@code GET /road-closures}: what stands now, or what was in force in a state of the roads. */
final class RoadClosureList {

    /** What a page shows; after a storm the newest count, and the answer says how many there are. */
    private static final int LISTED = 500;

    /** What the answer about now depends on. */
    private record Form(Language language, int limit) {}

    /** The newest, newest first, each with the roads that it means on the map of today. */
    private record Shown(List<RoadClosure> closures, List<ExtentMatch> matches, int total) {}

    private record Standing(Shown shown, RoadsInForce inForce, List<CutOffPlace> cutOff) {}

    private final FollowRoads follow;
    private final RoadClosures closures;
    private final RoadNetwork roads;
    private final CutOffBoard cutOff;
    private final Phrases phrases;
    private final SharedBoard standing;

    RoadClosureList(
            FollowRoads follow,
            RoadClosures closures,
            RoadNetwork roads,
            CutOffBoard cutOff,
            InstantSource clock,
            Phrases phrases) {
        this.follow = follow;
        this.closures = closures;
        this.roads = roads;
        this.cutOff = cutOff;
        this.phrases = phrases;
        this.standing = new SharedBoard(clock);
        for (Language language : Language.values()) {
            standing.usual(new Form(language, LISTED), () -> readStanding(LISTED), now -> write(now, language));
        }
    }

    SharedBoard board() {
        return standing;
    }

    void answer(RoutingContext ctx) {
        Language language = Ask.language(ctx);
        int limit = Ask.query(ctx, "limit", LISTED);
        String version = Ask.queryText(ctx, "version");
        if (version == null) {
            standing.reply(ctx, new Form(language, limit), () -> readStanding(limit), now -> write(now, language));
            return;
        }
        closures.findState(Long.parseLong(version))
                .map(found -> found.orElseThrow(() -> new ApiFailure(ProblemCode.ROADS_VERSION_UNKNOWN, version)))
                .compose(state -> show(inForce(state), limit)
                        .compose(shown -> ctx.vertx()
                                .executeBlocking(
                                        () -> write(state, shown, language).toBuffer(), false)))
                .onSuccess(body -> Reply.json(ctx, 200, body))
                .onFailure(ctx::fail);
    }

    private Future<Standing> readStanding(int limit) {
        return cutOff.list().compose(places -> {
            RoadsInForce inForce = follow.inForce(); // never newer than the list beside it
            return show(follow.listStanding(), limit).map(shown -> new Standing(shown, inForce, places));
        });
    }

    private Future<Shown> show(List<RoadClosure> oldestFirst, int limit) {
        List<RoadClosure> newest =
                new ArrayList<>(oldestFirst.subList(Math.max(0, oldestFirst.size() - limit), oldestFirst.size()));
        Collections.reverse(newest);
        List<RoadExtent> extents = newest.stream().map(RoadClosure::extent).toList();
        return roads.matchAll(extents).map(matches -> new Shown(newest, matches, oldestFirst.size()));
    }

    private List<RoadClosure> inForce(Numbered state) {
        return state.standing().stream()
                .filter(closure -> closure.times().inForce(state.at(), follow.zone()))
                .toList();
    }

    private JsonObject write(Standing now, Language language) {
        Set<UUID> inForce = now.inForce.closures().stream().map(RoadClosure::id).collect(Collectors.toSet());
        return new JsonObject()
                .put("roadsVersion", now.inForce.version())
                .put("map", roads.mapVersion())
                .put("cutOff", CutOffJson.of(now.cutOff))
                .put("total", now.shown.total)
                .put("roadClosures", write(now.shown, closure -> inForce.contains(closure.id()), language));
    }

    private JsonObject write(Numbered state, Shown shown, Language language) {
        return new JsonObject()
                .put("asOf", state.at().toString())
                .put("roadsVersion", state.version())
                .put("map", state.map())
                .put("total", shown.total)
                .put("roadClosures", write(shown, closure -> true, language));
    }

    private JsonArray write(Shown shown, Predicate<RoadClosure> inForce, Language language) {
        var write = new RoadClosureJson(phrases, language);
        JsonArray all = new JsonArray();
        for (int i = 0; i < shown.closures.size(); i++) {
            RoadClosure closure = shown.closures.get(i);
            all.add(write.of(closure, inForce.test(closure), shown.matches.get(i)));
        }
        return all;
    }
}
