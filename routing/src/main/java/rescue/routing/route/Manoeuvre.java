package rescue.routing.route;

import java.util.Locale;

/** What a driver does at a junction. The names are the keys of the phrases. */
enum Manoeuvre {
    /** He just follows the road: nothing is said. */
    FOLLOW,
    /** He enters a roundabout; which exit he takes is found on the way. */
    ROUNDABOUT,
    UTURN,
    CONTINUE,
    KEEP_LEFT,
    KEEP_RIGHT,
    SHARP_LEFT,
    LEFT,
    SLIGHT_LEFT,
    SLIGHT_RIGHT,
    RIGHT,
    SHARP_RIGHT;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The key of its phrase. */
    String key() {
        return key;
    }

    static Manoeuvre of(Turn turn) {
        return turn == Turn.STRAIGHT ? FOLLOW : valueOf(turn.name());
    }
}
