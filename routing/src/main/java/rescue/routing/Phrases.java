package rescue.routing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The sentences of a route in one language, from {@code phrases/route_*.properties}. */
final class Phrases {

    static final Phrases VI = new Phrases("vi");
    static final Phrases EN = new Phrases("en");

    private final Properties texts = new Properties();

    private Phrases(String language) {
        String file = "/phrases/route_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text of a key; a key that is missing is a bug. */
    String get(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    /** Which keys there are: both languages must have the same. */
    java.util.Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** "Rẽ trái" + " vào QL4D" + " tại QL4D Km76+650". */
    String sentence(String key, int exit, Optional<String> road, Optional<String> post) {
        String onto =
                road.map(name -> get(key + ".onto").replace("{road}", name)).orElse("");
        String at = post.map(label -> get("at").replace("{post}", label)).orElse("");
        return get(key).replace("{exit}", Integer.toString(exit)) + onto + at;
    }

    /** "Đi về hướng đông bắc theo QL4D". */
    String departure(double bearing, Optional<String> road, Optional<String> post) {
        String direction = get("direction." + Math.round(bearing / 45) % 8);
        return sentence("depart", 0, road, post).replace("{direction}", direction);
    }
}
