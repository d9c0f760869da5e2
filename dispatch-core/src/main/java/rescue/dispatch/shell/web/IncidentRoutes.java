package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.flow.CloseIncident;
import rescue.dispatch.flow.MergeIncidents;
import rescue.dispatch.flow.ReviseIncident;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.unit.Capability;

/** {@code /incidents}: the queue, one of them, and what an operator changes about it. */
public final class IncidentRoutes implements ApiRoutes {

    /** A storm's worth; the contract allows no more on a page. */
    private static final int PAGE = 200;

    private final IncidentLog log;
    private final ReviseIncident revise;
    private final MergeIncidents merge;
    private final CloseIncident close;
    private final IncidentJson json;
    private final IncidentReply replies;
    private final InstantSource clock;
    private final SharedBoard queue;
    private volatile Seen lastSeen = new Seen(Instant.MIN, List.of());

    /** The open incidents, whole, as they were. */
    private record Seen(Instant at, List<Incident> open) {}

    public IncidentRoutes(
            IncidentLog log,
            ReviseIncident revise,
            MergeIncidents merge,
            CloseIncident close,
            Phrases phrases,
            InstantSource clock) {
        this.log = log;
        this.revise = revise;
        this.merge = merge;
        this.close = close;
        this.json = new IncidentJson(new TimelineText(phrases));
        this.replies = new IncidentReply(phrases, clock);
        this.clock = clock;
        this.queue = new SharedBoard(clock);
        queue.usual(PAGE, () -> read(PAGE), this::page);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listIncidents").addHandler(this::list);
        builder.getRoute("getIncident").addHandler(this::get);
        builder.getRoute("changeIncident").addHandler(this::change);
        builder.getRoute("mergeIncident").addHandler(this::merge);
        builder.getRoute("unmergeIncident").addHandler(this::unmerge);
        builder.getRoute("closeIncident").addHandler(this::close);
    }

    @Override
    public Map<LiveState.Board, SharedBoard> boards() {
        return Map.of(LiveState.Board.INCIDENTS, queue);
    }

    private void list(RoutingContext ctx) {
        int limit = Ask.query(ctx, "limit", PAGE);
        queue.reply(ctx, limit, () -> read(limit), this::page);
    }

    private Future<List<Incident>> read(int limit) {
        Instant now = clock.instant();
        return log.listOpen(limit).onSuccess(open -> lastSeen = new Seen(now, open));
    }

    private JsonObject page(List<Incident> incidents) {
        Instant now = clock.instant();
        JsonArray all = new JsonArray();
        incidents.forEach(incident -> all.add(json.summary(incident, now)));
        return new JsonObject().put("incidents", all);
    }

    private void get(RoutingContext ctx) {
        UUID id = id(ctx);
        log.find(id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new ApiFailure(ProblemCode.INCIDENT_UNKNOWN, id))))
                .onSuccess(incident -> replies.reply(ctx, incident))
                .onFailure(failure -> old(ctx, id, failure));
    }

    /** While the database is away: an open incident as it stood when the queue was last read. */
    private void old(RoutingContext ctx, UUID id, Throwable failure) {
        Seen seen = lastSeen;
        Optional<Incident> known = DatabaseAway.isMeantBy(failure)
                ? seen.open.stream()
                        .filter(incident -> incident.id().equals(id))
                        .findFirst()
                : Optional.empty();
        known.ifPresentOrElse(incident -> replies.replyOld(ctx, incident, seen.at), () -> ctx.fail(failure));
    }

    private void change(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        long version = Ask.ifMatch(ctx).orElse(-1);
        replies.answer(
                ctx,
                revise.revise(
                        id(ctx), version, revision(body), Sessions.get(ctx).user()));
    }

    private void merge(RoutingContext ctx) {
        UUID into = uuid(Ask.body(ctx).getString("into"));
        replies.answer(ctx, merge.merge(id(ctx), into, Sessions.get(ctx).user()));
    }

    private void unmerge(RoutingContext ctx) {
        replies.answer(ctx, merge.unmerge(id(ctx), Sessions.get(ctx).user()));
    }

    private void close(RoutingContext ctx) {
        JsonObject body = Ask.body(ctx);
        Disposition disposition = Disposition.valueOf(body.getString("disposition"));
        replies.answer(
                ctx,
                close.close(
                        id(ctx),
                        disposition,
                        body.getString("note"),
                        Sessions.get(ctx).user()));
    }

    private static ReviseIncident.Revision revision(JsonObject body) {
        JsonObject place = body.getJsonObject("place");
        JsonObject needs = body.getJsonObject("needs", new JsonObject());
        String priority = body.getString("priority");
        return new ReviseIncident.Revision(
                priority == null ? null : Priority.valueOf(priority),
                place == null ? null : ToldPlaceJson.read(place),
                list(body.getJsonArray("patients"), patient -> PatientJson.read((JsonObject) patient)),
                list(needs.getJsonArray("capabilities"), name -> Capability.valueOf((String) name)),
                list(needs.getJsonArray("services"), name -> Service.valueOf((String) name)));
    }

    private static <T> @Nullable List<T> list(@Nullable JsonArray array, Function<Object, T> read) {
        return array == null ? null : array.stream().map(read).toList();
    }

    private static UUID id(RoutingContext ctx) {
        return IncidentReply.id(ctx);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(ProblemCode.INCIDENT_UNKNOWN, text);
        }
    }
}
