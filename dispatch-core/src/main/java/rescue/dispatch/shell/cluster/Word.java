package rescue.dispatch.shell.cluster;

import java.time.Instant;
import java.util.Optional;
import rescue.dispatch.port.LiveState.Entry;

/**
 * The last word on one key, as it travels: a line of text, so that no node has to trust another's classes.
 *
 * @param entry empty when it is gone
 */
record Word(long version, Optional<Entry> entry) {

    private static final String GONE = "-";

    String write() {
        return entry.map(there -> version + " " + there.at() + " " + there.json())
                .orElseGet(() -> version + " " + Instant.EPOCH + " " + GONE);
    }

    static Word read(String text) {
        int afterVersion = text.indexOf(' ');
        int afterTime = text.indexOf(' ', afterVersion + 1);
        long version = version(text);
        String json = text.substring(afterTime + 1);
        Instant at = Instant.parse(text.substring(afterVersion + 1, afterTime));
        return new Word(version, json.equals(GONE) ? Optional.empty() : Optional.of(new Entry(version, json, at)));
    }

    static long version(String text) {
        return Long.parseLong(text.substring(0, text.indexOf(' ')));
    }

    static boolean isGone(String text) {
        return text.endsWith(" " + GONE);
    }
}
