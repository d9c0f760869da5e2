package rescue.dispatch.shell.trouble;

import java.time.Instant;
import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param since when it was first seen
 * @param args what the kind's sentence needs, in the order of its placeholders
 */
public record Trouble(Kind kind, Instant since, List<Object> args) {

    /** Everything that can be wrong; the sentence is the phrase {@code trouble.KIND}. */
    public enum Kind {
        /** Nothing can be decided; alerts wait on the disk. */
        DATABASE_AWAY,
        /** Times that this node writes are not to be trusted. */
        CLOCK_OFF,
        /** Somebody was not told of something that happened. */
        CHANGES_PARKED,
        /** An alert that was acknowledged is not in the log. */
        ALERTS_PARKED,
        /** Soon nothing more can be kept when the database is away, or already. */
        DISK_FULL
    }

    public Trouble {
        args = List.copyOf(args);
    }
}
