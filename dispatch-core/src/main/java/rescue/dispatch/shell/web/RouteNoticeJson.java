package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.CutOff;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.RouteNotice;

/** What a crew was told of a leg after the roads had changed, as the contract writes it. */
final class RouteNoticeJson {

    private RouteNoticeJson() {}

    static JsonObject of(Leg leg, RouteNotice notice) {
        return new JsonObject()
                .put("leg", leg.name())
                .put("at", notice.asOf().toString())
                .put("roadsVersion", notice.roadsVersion())
                .put("beforeS", seconds(notice.before()))
                .put("nowS", seconds(notice.now()))
                .put("cutOff", cutOff(notice.cutOff()))
                .put("closed", ids(notice.closed()))
                .put("opened", ids(notice.opened()))
                .put("why", notice.why());
    }

    private static @Nullable JsonObject cutOff(@Nullable CutOff cutOff) {
        return cutOff == null
                ? null
                : new JsonObject()
                        .put("lat", cutOff.lastReachable().lat())
                        .put("lon", cutOff.lastReachable().lon())
                        .put("driveS", cutOff.drive().toSeconds())
                        .put("walkM", Math.round(cutOff.walkM()))
                        .put("walkS", cutOff.walk().toSeconds());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static JsonArray ids(List<UUID> ids) {
        JsonArray all = new JsonArray();
        ids.forEach(id -> all.add(id.toString()));
        return all;
    }
}
