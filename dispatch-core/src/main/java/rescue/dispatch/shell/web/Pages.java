package rescue.dispatch.shell.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pages, from the class path folder {@code web}. A file with a hash in its name never changes and is kept for ever;
 * everything else is asked for again each time, so that a new version is there at the next load. Among that is the service
 * worker of the crew's page: at the root, for it may answer only for addresses below its own.
 */
final class Pages {

    private static final String FOLDER = "web";

    /** Addresses as people type them, and the documents behind them; {@code /} is the console by itself. */
    private static final Map<String, String> DOCUMENTS = Map.of("/hospital", "/hospital.html", "/crew", "/crew.html");

    /** As the bundler names its output: {@code assets/console-B3xk9_Qa.js}. */
    private static final Pattern HASHED = Pattern.compile(".*/assets/[^/]+-[A-Za-z0-9_-]{8,}\\.[a-z0-9.]+$");

    /** What makes the crew's page an app on its tablet; the type that it is served with has to be told. */
    private static final String MANIFEST_ENDING = ".webmanifest";

    private static final String MANIFEST_TYPE = "application/manifest+json";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private Pages() {}

    static void mount(Router router) {
        StaticHandler files =
                StaticHandler.create(FOLDER).setCachingEnabled(false).setIncludeHidden(false);
        DOCUMENTS.forEach(
                (address, document) -> router.get(address).handler(ctx -> ctx.reroute(HttpMethod.GET, document)));
        router.get("/assets/*").handler(Pages::setCaching).handler(new CompressedFiles(FOLDER)::send);
        router.get("/*").handler(Pages::setCaching).handler(Pages::setType).handler(files);
    }

    /** A type that the files' handler does not know. */
    private static void setType(RoutingContext ctx) {
        if (ctx.normalizedPath().endsWith(MANIFEST_ENDING)) {
            ctx.addHeadersEndHandler(ignored -> {
                if (ctx.response().getStatusCode() < 400) {
                    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, MANIFEST_TYPE);
                }
            });
        }
        ctx.next();
    }

    /** Only an answer that was found may be kept: a missing file is another file's fault and soon there. */
    private static void setCaching(RoutingContext ctx) {
        ctx.addHeadersEndHandler(ignored -> {
            if (ctx.response().getStatusCode() < 400) {
                boolean hashed = HASHED.matcher(ctx.normalizedPath()).matches();
                ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, hashed ? FOR_EVER : ASK_AGAIN);
            }
        });
        ctx.next();
    }
}
