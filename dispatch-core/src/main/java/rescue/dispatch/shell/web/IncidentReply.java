package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.shell.phrases.Phrases;

/** Answers with one incident, whole, as it stands after what was asked; or with the reason why not. */
final class IncidentReply {

    private final IncidentJson json;
    private final InstantSource clock;

    IncidentReply(Phrases phrases, InstantSource clock) {
        this.json = new IncidentJson(new TimelineText(phrases));
        this.clock = clock;
    }

    /** The incident that the path names. */
    static UUID id(RoutingContext ctx) {
        return Ask.uuid(ctx, "incidentId", ProblemCode.INCIDENT_UNKNOWN);
    }

    void answer(RoutingContext ctx, Future<Outcome<Incident>> outcome) {
        outcome.compose(Refusals::orFail)
                .onSuccess(incident -> reply(ctx, incident))
                .onFailure(ctx::fail);
    }

    /** As it stood then, which says nothing of now. */
    void replyOld(RoutingContext ctx, Incident incident, Instant asOf) {
        JsonObject body = json.whole(incident, Ask.language(ctx), clock.instant());
        Reply.versioned(ctx, 200, body.put("old", true).put("asOf", asOf.toString()), incident.version());
    }

    void reply(RoutingContext ctx, Incident incident) {
        Reply.versioned(ctx, 200, json.whole(incident, Ask.language(ctx), clock.instant()), incident.version());
    }
}
