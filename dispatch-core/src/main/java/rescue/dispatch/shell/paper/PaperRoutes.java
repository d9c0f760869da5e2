package rescue.dispatch.shell.paper;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.ProblemCode;

/** {@code GET /paper}: the board as a file to be kept on a stick or printed, as new as it can be had. */
public final class PaperRoutes implements ApiRoutes {

    private static final DateTimeFormatter IN_A_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

    private final PaperPress press;
    private final ZoneId zone;

    public PaperRoutes(PaperPress press, ZoneId zone) {
        this.press = press;
        this.zone = zone;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getPaper").addHandler(this::paper);
    }

    private void paper(RoutingContext ctx) {
        boolean asPdf = !"html".equals(Ask.queryText(ctx, "form"));
        press.print(Ask.language(ctx))
                .onSuccess(printed -> printed.ifPresentOrElse(
                        paper -> send(ctx, paper, asPdf), () -> ctx.fail(new ApiFailure(ProblemCode.DATABASE_AWAY))))
                .onFailure(ctx::fail);
    }

    private void send(RoutingContext ctx, PaperPress.Paper paper, boolean asPdf) {
        String name = "bang-tinh-hinh-" + IN_A_NAME.format(paper.at().atZone(zone)) + (asPdf ? ".pdf" : ".html");
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asPdf ? "application/pdf" : "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .end(asPdf ? paper.pdf() : paper.html());
    }
}
