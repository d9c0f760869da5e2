package rescue.dispatch.shell.report;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Map;
import rescue.dispatch.flow.TrackAlert;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.shell.web.ApiRoutes;

/** {@code /track/CODE}: how far help has come, for whoever holds the code. */
public final class TrackRoutes implements ApiRoutes {

    private final TrackAlert trackAlert;
    private final PageWriter pages;
    private final TroublePages trouble;
    private final InstantSource clock;

    public TrackRoutes(TrackAlert trackAlert, PageWriter pages, InstantSource clock) {
        this.trackAlert = trackAlert;
        this.pages = pages;
        this.trouble = new TroublePages(pages);
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Pages, beside the contract.
    }

    @Override
    public void mountBeside(Router router) {
        router.get("/track/:code").handler(this::show).failureHandler(trouble::answer);
    }

    private void show(RoutingContext ctx) {
        String code = ctx.pathParam("code");
        trackAlert
                .find(code)
                .onSuccess(found -> found.ifPresentOrElse(
                        incident -> show(ctx, code, incident),
                        () -> pages.send(ctx, 404, "unknownCode", pages.frame(ctx), Map.of())))
                .onFailure(ctx::fail);
    }

    /** The whole page, or for its script only the part that changes. */
    private void show(RoutingContext ctx, String code, Incident incident) {
        boolean part = "state".equals(ctx.queryParams().get("part"));
        var page =
                TrackPage.of(code, incident, clock.instant(), ctx.queryParams().contains("auto"));
        pages.send(ctx, 200, part ? "state" : "track", pages.frame(ctx), Map.of("page", page));
    }
}
