package rescue.dispatch.shell.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where the page's own files are: their names carry a hash, which the bundler's manifest tells. Without a manifest, as in a
 * build that left the web out, the page is plain and works all the same.
 *
 * @param sprite the pictograms; null when there are none
 */
public record Bundle(
        @Nullable String script,
        @Nullable String style,
        @Nullable String sprite) {

    private static final String MANIFEST = "web/.vite/report.json";

    static Bundle ofClassPath() {
        return ClassPathJson.find(MANIFEST)
                .map(JsonObject.class::cast)
                .map(Bundle::of)
                .orElse(new Bundle(null, null, null));
    }

    static Bundle of(JsonObject manifest) {
        JsonObject main = manifest.getJsonObject("report/main.ts", new JsonObject());
        JsonArray styles = main.getJsonArray("css", new JsonArray());
        JsonObject sprite = manifest.getJsonObject("report/sprite.svg", new JsonObject());
        return new Bundle(
                address(main.getString("file")),
                address(styles.isEmpty() ? null : styles.getString(0)),
                address(sprite.getString("file")));
    }

    private static @Nullable String address(@Nullable String file) {
        return file == null ? null : "/" + file;
    }
}
