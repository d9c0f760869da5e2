package rescue.dispatch.shell.phrases;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the pages say, from the very files that the browser's pages are built with: {@code i18n/vi.json} and
 * {@code i18n/en.json}. Placeholders have names: {@code {number}}.
 */
public final class PagePhrases {

    private final Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);

    public PagePhrases() {
        for (Language language : Language.values()) {
            byLanguage.put(language, load("i18n/" + language.tag() + ".json"));
        }
    }

    /** The phrase; the key itself when there is none, as a page in an emergency is never withheld for a word. */
    public String text(Language language, String key, Map<String, ?> values) {
        return fill(table(language).getOrDefault(key, key), values);
    }

    public boolean has(Language language, String key) {
        return table(language).containsKey(key);
    }

    /** A placeholder without a value stays visible; what a value says is never read for placeholders again. */
    public static String fill(String phrase, Map<String, ?> values) {
        StringBuilder text = new StringBuilder(phrase.length() + 32);
        int from = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', from)) {
            int close = phrase.indexOf('}', open);
            if (close < 0) {
                break;
            }
            Object value = values.get(phrase.substring(open + 1, close));
            text.append(phrase, from, open).append(value == null ? phrase.substring(open, close + 1) : value);
            from = close + 1;
        }
        return text.append(phrase, from, phrase.length()).toString();
    }

    private Map<String, String> table(Language language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    private static Map<String, String> load(String resource) {
        try (InputStream in = PagePhrases.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no such phrases: " + resource);
            }
            Map<String, String> table = new LinkedHashMap<>();
            new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .forEach(entry -> table.put(entry.getKey(), String.valueOf(entry.getValue())));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
