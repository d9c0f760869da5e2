package rescue.dispatch.shell.trouble;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.Reply;

/** {@code /trouble}: what is wrong with this node, in the words of whoever reads; needs no database. */
public final class TroubleRoutes implements ApiRoutes {

    private final TroubleWatch watch;
    private final String node;
    private final Phrases phrases;
    private final InstantSource clock;

    public TroubleRoutes(TroubleWatch watch, String node, Phrases phrases, InstantSource clock) {
        this.watch = watch;
        this.node = node;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listTrouble").addHandler(this::list);
    }

    private void list(RoutingContext ctx) {
        var all = new JsonArray();
        watch.list().forEach(trouble -> all.add(json(ctx, trouble)));
        Reply.json(
                ctx,
                200,
                new JsonObject()
                        .put("asOf", clock.instant().toString())
                        .put("node", node)
                        .put("trouble", all));
    }

    private JsonObject json(RoutingContext ctx, Trouble trouble) {
        String key = "trouble." + trouble.kind();
        return new JsonObject()
                .put("code", trouble.kind().name())
                .put("since", trouble.since().toString())
                .put("text", phrases.text(Ask.language(ctx), key, trouble.args().toArray()));
    }
}
