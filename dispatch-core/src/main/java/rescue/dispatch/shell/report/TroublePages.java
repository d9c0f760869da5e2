package rescue.dispatch.shell.report;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.shell.spool.SpoolFull;

/**
 * What a reader sees when we cannot do what he asked: above all whom to call, then the truth, and never less of what he
 * typed than before.
 */
final class TroublePages {

    /** A restart of PostgreSQL takes a few seconds. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final String KEPT = "report.form";

    private static final Logger LOG = LoggerFactory.getLogger(TroublePages.class);

    /** The line of those who wait is full. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many at once", null, false, false);
        }
    }

    private final PageWriter pages;

    TroublePages(PageWriter pages) {
        this.pages = pages;
    }

    /** What goes back into the page should this request fail. */
    void keep(RoutingContext ctx, ReportForm form) {
        ctx.put(KEPT, form);
    }

    /** The failure handler of these pages. */
    void answer(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        if (ctx.response().headWritten()) {
            ctx.response().reset();
        } else if (failure instanceof Busy) {
            again(ctx, "report.busy.why", 429);
        } else if (DatabaseAway.isMeantBy(failure) || failure instanceof SpoolFull) {
            LOG.warn("nothing could be read or kept at {}: {}", ctx.request().path(), failure.getMessage());
            again(ctx, ctx.get(KEPT) == null ? "report.away.read" : "report.away.why", 503);
        } else if (ctx.statusCode() == 413) {
            fault(ctx, "report.large.why", 413);
        } else if (ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
            fault(ctx, "report.fault.why", ctx.statusCode());
        } else {
            LOG.error(
                    "{} at {} {}",
                    UUID.randomUUID(),
                    ctx.request().method(),
                    ctx.request().path(),
                    failure);
            again(ctx, "report.fault.why", 500);
        }
    }

    private void again(RoutingContext ctx, String why, int status) {
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(AGAIN.toSeconds()));
        ReportForm form = ctx.get(KEPT);
        Map<String, Object> shown = new HashMap<>();
        shown.put("why", why);
        if (form != null) {
            shown.put("form", form);
        }
        // A page that was only read asks again by itself; one that was sent is sent again by whoever sent it.
        shown.put("refreshS", form == null && status == 503 ? (int) AGAIN.toSeconds() : 0);
        pages.send(ctx, status, "trouble", pages.frame(ctx), shown);
    }

    private void fault(RoutingContext ctx, String why, int status) {
        pages.send(ctx, status, "trouble", pages.frame(ctx), Map.of("why", why, "refreshS", 0));
    }
}
