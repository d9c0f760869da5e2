package rescue.dispatch.shell.report;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.web.AboutRoutes.About;

/** What stands around every page, and how the page speaks. Templates ask it; it knows nothing of what they show. */
public final class Frame {

    /** A language to choose. */
    public record Choice(String tag, String name) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PageLanguage language;
    private final About about;
    private final Bundle bundle;
    private final List<Choice> otherChoices;

    Frame(PageLanguage language, About about, Bundle bundle, List<LanguagePack> offered) {
        this.language = language;
        this.about = about;
        this.bundle = bundle;
        this.otherChoices = offered.stream()
                .filter(pack -> !pack.tag().equals(language.tag()))
                .map(pack -> new Choice(pack.tag(), pack.name()))
                .toList();
    }

    public String say(String key, Object... namesAndValues) {
        return language.say(key, namesAndValues);
    }

    /** A phrase that names the emergency number. */
    public String sayNumber(String key) {
        return say(key, "number", number());
    }

    public @Nullable String langOf(String key) {
        return language.langOf(key);
    }

    public @Nullable String audio(String key) {
        return language.audio(key);
    }

    /** The document's language: of what the pack does not say, which is most. */
    public String lang() {
        return language.base().tag();
    }

    /** To carry the language on to the next address. */
    public String query() {
        return "?lang=" + language.tag();
    }

    public List<Choice> otherChoices() {
        return otherChoices;
    }

    public String number() {
        return about.emergencyNumber();
    }

    public @Nullable String smsNumber() {
        return about.smsNumber();
    }

    public boolean exercise() {
        return about.exercise();
    }

    public Bundle bundle() {
        return bundle;
    }

    /** {@code 14:02}; with the day when that is not today's. */
    public String time(Instant at, Instant now) {
        ZonedDateTime there = at.atZone(about.zone());
        boolean today = there.toLocalDate().equals(now.atZone(about.zone()).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(there);
    }

    public String timeWithSeconds(Instant at) {
        return TIME_WITH_SECONDS.format(at.atZone(about.zone()));
    }

    /** The address of a pictogram; null when there are no pictures in this build. */
    public @Nullable String picture(String name) {
        return bundle.sprite() == null ? null : bundle.sprite() + "#" + name;
    }
}
