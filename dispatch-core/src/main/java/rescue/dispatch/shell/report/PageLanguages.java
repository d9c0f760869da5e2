package rescue.dispatch.shell.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;

/** Which language a reader gets: the one asked for by {@code ?lang=}, else the browser's, else Vietnamese. */
final class PageLanguages {

    private final PagePhrases phrases;
    private final List<LanguagePack> packs;

    PageLanguages(PagePhrases phrases, List<LanguagePack> packs) {
        this.phrases = phrases;
        this.packs = packs;
    }

    PageLanguage of(@Nullable String lang, @Nullable String acceptLanguage) {
        return find(lang)
                .orElseGet(() -> find(Language.asked(acceptLanguage).tag()).orElseThrow());
    }

    /** To choose from: a language that nobody has vouched for is not put before people. */
    List<LanguagePack> listOffered() {
        return packs.stream().filter(LanguagePack::offered).toList();
    }

    private Optional<PageLanguage> find(@Nullable String lang) {
        return packs.stream()
                .filter(pack -> pack.tag().equals(lang))
                .map(pack -> new PageLanguage(baseOf(pack), pack, phrases))
                .findFirst();
    }

    private static Language baseOf(LanguagePack pack) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(pack.tag()))
                .findFirst()
                .orElse(Language.VI);
    }
}
