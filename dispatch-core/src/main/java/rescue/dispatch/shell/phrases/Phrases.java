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

/**
 * Every sentence of the product, by key and language, from {@code phrases/BUNDLE_vi.properties} and {@code _en} (UTF-8).
 * Placeholders are {@code {0}}, {@code {1}}, …; an apostrophe is just an apostrophe.
 */
public final class Phrases {

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
        return fill(language, properties(language).getProperty(key, key), args);
    }

    /** By hand, as every reason and refusal of every recommendation passes here. */
    private static String fill(Language language, String pattern, Object[] args) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        int from = 0;
        while (open >= 0) {
            if (isPlaceholder(pattern, open)) {
                int index = pattern.charAt(open + 1) - '0';
                text.append(pattern, from, open).append(index < args.length ? said(language, args[index]) : "");
                from = open + 3;
                open = pattern.indexOf('{', from);
            } else {
                open = pattern.indexOf('{', open + 1);
            }
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /** Vietnamese writes 18,3. */
    private static String said(Language language, Object arg) {
        String text = String.valueOf(arg);
        int point = text.indexOf('.');
        boolean isDecimal = point > 0 && areDigits(text, 0, point) && areDigits(text, point + 1, text.length());
        return isDecimal && language == Language.VI ? text.replace('.', ',') : text;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean isPlaceholder(String pattern, int open) {
        return open + 2 < pattern.length()
                && pattern.charAt(open + 1) >= '0'
                && pattern.charAt(open + 1) <= '9'
                && pattern.charAt(open + 2) == '}';
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
