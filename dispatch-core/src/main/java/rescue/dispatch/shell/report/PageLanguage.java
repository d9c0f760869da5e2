package rescue.dispatch.shell.report;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;

/**
 * The language that a page is read in: one of the two that the product speaks, or a pack that stands on one of them.
 *
 * @param base speaks wherever the pack is silent
 * @param pack text and voice in the reader's own language, perhaps in part
 */
public record PageLanguage(Language base, LanguagePack pack, PagePhrases phrases) {

    /** As in {@code ?lang=}. */
    public String tag() {
        return pack.tag();
    }

    /** The phrase, with its placeholders by turns named and given. */
    public String say(String key, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        String own = ownText(key);
        return own == null ? phrases.text(base, key, values) : PagePhrases.fill(own, values);
    }

    /** For the {@code lang} attribute of a phrase that is not in the page's main language; null when it is. */
    public @Nullable String langOf(String key) {
        return ownText(key) == null ? null : tag();
    }

    public @Nullable String audio(String key) {
        return pack.audio(key);
    }

    /** The packs of Vietnamese and English repeat the files of phrases, for whoever records them: not looked at. */
    private @Nullable String ownText(String key) {
        return tag().equals(base.tag()) ? null : pack.text(key);
    }
}
