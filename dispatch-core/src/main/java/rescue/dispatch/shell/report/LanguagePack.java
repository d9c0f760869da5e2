package rescue.dispatch.shell.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language as text, pictures and recorded voice: {@code web/report/packs/README.md}. Whatever it lacks is said in
 * Vietnamese.
 *
 * @param tag BCP 47
 * @param offered whether a native speaker has stood up for it, so that people are shown it
 */
record LanguagePack(String tag, String name, boolean offered, Map<String, Said> phrases) {

    /** One phrase; null is what nobody has translated or spoken yet. */
    record Said(@Nullable String text, @Nullable String audio) {}

    /** On the class path. */
    static final String FOLDER = "packs/";

    /** Every pack there is. */
    static List<LanguagePack> list() {
        return ((JsonArray) ClassPathJson.get(FOLDER + "packs.json"))
                .stream()
                        .map(tag -> read((JsonObject) ClassPathJson.get(FOLDER + tag + "/pack.json")))
                        .toList();
    }

    private static LanguagePack read(JsonObject pack) {
        Map<String, Said> phrases = new HashMap<>();
        JsonObject told = pack.getJsonObject("phrases");
        for (String key : told.fieldNames()) {
            JsonObject phrase = told.getJsonObject(key);
            phrases.put(key, new Said(phrase.getString("text"), phrase.getString("audio")));
        }
        return new LanguagePack(
                pack.getString("language"), pack.getString("name"), pack.getBoolean("offered"), Map.copyOf(phrases));
    }

    @Nullable
    String text(String key) {
        Said said = phrases.get(key);
        return said == null ? null : said.text();
    }

    /** Where the recording is; null when nobody has spoken it. */
    @Nullable
    String audio(String key) {
        Said said = phrases.get(key);
        return said == null || said.audio() == null ? null : "/report/packs/" + tag + "/" + said.audio();
    }

    /** The files that may be asked for, and no other. */
    Stream<String> audioFiles() {
        return phrases.values().stream().map(Said::audio).filter(Objects::nonNull);
    }
}
