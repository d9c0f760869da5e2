package rescue.dispatch.shell.paper;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;

/** What the paper says, in one language and by the clock on the wall of the province. */
final class PaperWords {

    private static final DateTimeFormatter HOUR_AND_DAY = DateTimeFormatter.ofPattern("HH:mm dd/MM", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT);

    private final PagePhrases phrases;
    private final Language language;
    private final ZoneId zone;

    PaperWords(PagePhrases phrases, Language language, ZoneId zone) {
        this.phrases = phrases;
        this.language = language;
        this.zone = zone;
    }

    Language language() {
        return language;
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, ?> values) {
        return phrases.text(language, key, values);
    }

    /** The word for one of the contract's values; the value itself when it is newer than our words. */
    String word(String group, @Nullable String value) {
        if (value == null) {
            return "";
        }
        String key = group + "." + value;
        return phrases.has(language, key) ? say(key) : value;
    }

    String time(Instant at) {
        return HOUR_AND_DAY.format(at.atZone(zone));
    }

    String timeToTheSecond(Instant at) {
        return TO_THE_SECOND.format(at.atZone(zone));
    }

    /** A time as the contract writes it; as it stands when it is none. */
    String time(@Nullable String at) {
        if (at == null) {
            return "";
        }
        try {
            return time(Instant.parse(at));
        } catch (DateTimeException e) {
            return at;
        }
    }
}
