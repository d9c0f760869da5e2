package rescue.routing.route;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences of a route in one language, from {@code phrases/route_*.properties}. */
final class Phrases {

    static final Phrases VI = new Phrases("vi");
    static final Phrases EN = new Phrases("en");

    private final Map<String, Phrase> phrases = new HashMap<>();

    /** A text around its one gap, cut once: hundreds are filled for a decision. */
    private record Phrase(String text, String before, String after) {

        static Phrase of(String text) {
            int open = text.indexOf('{');
            return open < 0
                    ? new Phrase(text, text, "")
                    : new Phrase(text, text.substring(0, open), text.substring(text.indexOf('}') + 1));
        }
    }

    private Phrases(String language) {
        String file = "/phrases/route_" + language + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        texts.stringPropertyNames().forEach(key -> phrases.put(key, Phrase.of(texts.getProperty(key))));
    }

    /** The text of a key; a key that is missing is a bug. */
    String get(String key) {
        return phrase(key).text;
    }

    /** Which keys there are: both languages must have the same. */
    Set<String> keys() {
        return phrases.keySet();
    }

    /** The text of a key with its gap filled. */
    String get(String key, String value) {
        Phrase phrase = phrase(key);
        return phrase.before + value + phrase.after;
    }

    /** "Rẽ trái" + " vào QL4D" + " tại QL4D Km76+600". */
    String sentence(String key, String value, @Nullable String road, Optional<String> post) {
        String onto = road == null || !phrases.containsKey(key + ".onto") ? "" : get(key + ".onto", road);
        return get(key, value) + onto + post.map(label -> get("at", label)).orElse("");
    }

    /** "Đi về hướng đông bắc theo QL4D". */
    String departure(double bearing, @Nullable String road, Optional<String> post) {
        return sentence("depart", get("direction." + Math.round(bearing / 45) % 8), road, post);
    }

    private Phrase phrase(String key) {
        return Objects.requireNonNull(phrases.get(key), key);
    }
}
