package rescue.dispatch.shell.web;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import rescue.dispatch.flow.AcknowledgeIncident;
import rescue.dispatch.flow.NoteIncident;
import rescue.dispatch.flow.ReopenIncident;
import rescue.dispatch.shell.phrases.Phrases;

/** {@code /incidents/{id}/acknowledge}, {@code …/notes}, {@code …/reopen}: the desk's short words about an incident. */
public final class DeskRoutes implements ApiRoutes {

    private final AcknowledgeIncident acknowledge;
    private final NoteIncident note;
    private final ReopenIncident reopen;
    private final IncidentReply replies;

    public DeskRoutes(
            AcknowledgeIncident acknowledge,
            NoteIncident note,
            ReopenIncident reopen,
            Phrases phrases,
            InstantSource clock) {
        this.acknowledge = acknowledge;
        this.note = note;
        this.reopen = reopen;
        this.replies = new IncidentReply(phrases, clock);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("acknowledgeIncident").addHandler(this::acknowledge);
        builder.getRoute("noteIncident").addHandler(this::note);
        builder.getRoute("reopenIncident").addHandler(this::reopen);
    }

    private void acknowledge(RoutingContext ctx) {
        replies.answer(ctx, acknowledge.acknowledge(IncidentReply.id(ctx), by(ctx)));
    }

    private void note(RoutingContext ctx) {
        replies.answer(ctx, note.note(IncidentReply.id(ctx), Ask.body(ctx).getString("text"), by(ctx)));
    }

    private void reopen(RoutingContext ctx) {
        replies.answer(ctx, reopen.reopen(IncidentReply.id(ctx), Ask.body(ctx).getString("reason"), by(ctx)));
    }

    private static String by(RoutingContext ctx) {
        return Sessions.get(ctx).user();
    }
}
