package rescue.dispatch.shell.photos;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.account.Principal;
import rescue.dispatch.flow.KeepPhoto;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.Photos;
import rescue.dispatch.shell.web.AddressThrottle;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.OwnAssignments;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Refusals;
import rescue.dispatch.shell.web.Reply;
import rescue.dispatch.shell.web.Sessions;

/** Photos in, by a crew or with a tracking code; photos out, to those on the incident. */
public final class PhotoRoutes implements ApiRoutes {

    /** As many as a family behind one address sends of one accident, and again of another. */
    private static final int PUBLIC_BURST = 10;

    /** One in ten seconds after that: each costs the server a second of work. */
    private static final double PUBLIC_PER_SECOND = 0.1;

    private final IncidentLog log;
    private final OwnAssignments assignments;
    private final KeepPhoto keep;
    private final Photos photos;
    private final InstantSource clock;
    private final AddressThrottle throttle;

    public PhotoRoutes(IncidentLog log, KeepPhoto keep, Photos photos, InstantSource clock) {
        this.log = log;
        this.assignments = new OwnAssignments(log);
        this.keep = keep;
        this.photos = photos;
        this.clock = clock;
        this.throttle = new AddressThrottle(clock, PUBLIC_BURST, PUBLIC_PER_SECOND);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("addPhoto").addHandler(this::addOfCrew);
        builder.getRoute("addPhotoToAlert").addHandler(this::addOfReporter);
        builder.getRoute("listPhotos").addHandler(this::list);
        builder.getRoute("getPhoto").addHandler(this::get);
    }

    private void addOfCrew(RoutingContext ctx) {
        UUID id = Ask.uuid(ctx, "assignmentId", ProblemCode.ASSIGNMENT_UNKNOWN);
        KeepPhoto.Sent sent = sent(ctx, Sessions.get(ctx).user());
        answer(ctx, assignments.ofCaller(ctx, id).compose(mine -> keep.ofCrew(id, sent)));
    }

    private void addOfReporter(RoutingContext ctx) {
        throttle.check(ctx);
        String by = Sessions.find(ctx).map(Principal::user).orElse("public");
        answer(ctx, keep.ofReporter(ctx.pathParam("trackingCode"), sent(ctx, by)));
    }

    private static KeepPhoto.Sent sent(RoutingContext ctx, String by) {
        JsonObject body = Ask.body(ctx);
        Instant takenAt = body.getString("at") == null ? null : Ask.instant(body, "at");
        return new KeepPhoto.Sent(body.getString("id"), body.getString("image"), takenAt, body.getString("note"), by);
    }

    private static void answer(RoutingContext ctx, Future<Outcome<Photo>> kept) {
        kept.compose(Refusals::orFail)
                .onSuccess(photo -> Reply.json(ctx, 201, json(photo)))
                .onFailure(ctx::fail);
    }

    private void list(RoutingContext ctx) {
        UUID id = Ask.uuid(ctx, "incidentId", ProblemCode.INCIDENT_UNKNOWN);
        visible(ctx, id)
                .compose(incident -> photos.list(id))
                .onSuccess(all -> {
                    JsonArray json = new JsonArray();
                    all.forEach(photo -> json.add(json(photo)));
                    Reply.json(ctx, 200, new JsonObject().put("photos", json));
                })
                .onFailure(ctx::fail);
    }

    private void get(RoutingContext ctx) {
        UUID id = Ask.uuid(ctx, "photoId", ProblemCode.PHOTO_UNKNOWN);
        photos.find(id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new ApiFailure(ProblemCode.PHOTO_UNKNOWN, id))))
                .compose(photo -> visible(ctx, photo.incidentId())
                        .compose(incident -> photos.picture(id))
                        .onSuccess(jpeg -> send(ctx, photo, jpeg)))
                .onFailure(ctx::fail);
    }

    /** For this reader only, and for ever: a photo never changes, another one has another address. */
    private static void send(RoutingContext ctx, Photo photo, byte[] jpeg) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .putHeader(HttpHeaders.ETAG, "\"" + photo.sha256() + "\"")
                .putHeader("Content-Disposition", "inline; filename=\"" + photo.id() + ".jpg\"")
                .end(Buffer.buffer(jpeg));
    }

    private Future<Incident> visible(RoutingContext ctx, UUID incidentId) {
        Principal caller = Sessions.get(ctx);
        return log.find(incidentId).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(new ApiFailure(ProblemCode.INCIDENT_UNKNOWN, incidentId));
            }
            return PhotoAudience.maySee(caller, found.get(), clock.instant())
                    ? Future.succeededFuture(found.get())
                    : Future.failedFuture(new ApiFailure(ProblemCode.FORBIDDEN));
        });
    }

    private static JsonObject json(Photo photo) {
        return new JsonObject()
                .put("id", photo.id().toString())
                .put("at", photo.at().toString())
                .put("by", photo.by())
                .put("note", photo.note())
                .put("bytes", photo.bytes())
                .put("width", photo.width())
                .put("height", photo.height());
    }
}
