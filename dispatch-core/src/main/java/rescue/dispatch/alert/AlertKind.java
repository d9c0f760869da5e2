package rescue.dispatch.alert;

import java.util.Arrays;
import java.util.Locale;

/** What is said to have happened. Few kinds, those that change who is sent. */
public enum AlertKind {
    TRAFFIC_COLLISION,
    LANDSLIDE,
    FLOOD,
    FIRE,
    DROWNING,
    FALL,
    MEDICAL,
    OBSTETRIC,
    POISONING,
    OTHER;

    /** Whether a caller counts those who need help as hurt; the sick, the drowned, a mother in labour are not "injured". */
    public boolean countsInjured() {
        return switch (this) {
            case TRAFFIC_COLLISION, LANDSLIDE, FLOOD, FIRE, FALL, OTHER -> true;
            case DROWNING, MEDICAL, OBSTETRIC, POISONING -> false;
        };
    }

    /** The kind of that name; {@link #OTHER} for a word we do not know, since nobody's alert is refused for a word. */
    public static AlertKind orOther(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElse(OTHER);
    }
}
