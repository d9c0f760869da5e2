package rescue.dispatch.shell.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every sentence of the product, by key and language, from {@code phrases/BUNDLE_vi.properties} and {@code _en} (UTF-8).
 * Placeholders are {@code {0}}, {@code {1}}, …; an apostrophe is just an apostrophe.
 */
public final class Phrases {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /** Reads those bundles; both languages of each must be there. */
    public Phrases(String... bundles) {
        for (Language language : Language.values()) {
            Properties all = new Properties();
            for (String bundle : bundles) {
                load(all, "phrases/" + bundle + "_" + language.tag() + ".properties");
            }
            byLanguage.put(language, all);
        }
    }

    /** The sentence; the key itself when there is none, as an error message must never be an error. */
    public String text(Language language, String key, Object... args) {
        String pattern = properties(language).getProperty(key, key);
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        return matcher.replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(index < args.length ? String.valueOf(args[index]) : "");
        });
    }

    public boolean has(Language language, String key) {
        return properties(language).containsKey(key);
    }

    /** All keys of a language, for the tests that hold the languages together. */
    public Set<String> listKeys(Language language) {
        return properties(language).stringPropertyNames();
    }

    private Properties properties(Language language) {
        Properties found = byLanguage.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no phrases in " + language);
        }
        return found;
    }

    private static void load(Properties into, String resource) {
        try (InputStream in = Phrases.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such phrases: " + resource);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                into.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
