package rescue.dispatch.shell.report;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /report/packs/LANG/FILE}: recorded voices. Only files that a pack names are there. */
final class PackFiles {

    private static final String ASK_AGAIN = "no-cache";

    private final Set<String> known;

    PackFiles(List<LanguagePack> packs) {
        this.known = packs.stream()
                .flatMap(pack -> pack.audioFiles().map(file -> pack.tag() + "/" + file))
                .collect(Collectors.toUnmodifiableSet());
    }

    void send(RoutingContext ctx) {
        String file = ctx.pathParam("tag") + "/" + ctx.pathParam("file");
        if (!known.contains(file)) {
            ctx.fail(404);
            return;
        }
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        ctx.response().sendFile(LanguagePack.FOLDER + file).onFailure(ctx::fail);
    }
}
