package rescue.dispatch.shell.phrases;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the product; Vietnamese unless asked otherwise. */
public enum Language {
    VI,
    EN;

    /** The subtag, as in {@code Content-Language}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The best of ours for an {@code Accept-Language} header (RFC 9110, 12.5.4); nonsense means Vietnamese. */
    public static Language asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return VI;
        }
        Language best = VI;
        double bestWeight = 0;
        for (String range : acceptLanguage.split(",")) {
            String[] parts = range.trim().toLowerCase(Locale.ROOT).split(";");
            double weight = weight(parts);
            for (Language language : values()) {
                boolean meant = parts[0].equals(language.tag()) || parts[0].startsWith(language.tag() + "-");
                if (meant && weight > bestWeight) {
                    best = language;
                    bestWeight = weight;
                }
            }
        }
        return best;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].trim();
            if (part.startsWith("q=")) {
                try {
                    return Double.parseDouble(part.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
