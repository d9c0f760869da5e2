package rescue.dispatch.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What screens show, kept in the memory of every node: there when the database is not, and the same on all nodes within a
 * second when there are several. Nothing here decides anything: the truth is in the database, and each board can be
 * filled from it again.
 */
public interface LiveState {

    /** What is kept. */
    enum Board {
        /** The queue as the console reads it: one entry for each form of it. */
        INCIDENTS,
        /** The units as the console reads them: one entry for each form. */
        UNITS,
        /** The hospitals as the console reads them: one entry for each form. */
        HOSPITALS,
        /** The road closures as the console reads them: one entry for each language. */
        ROAD_CLOSURES,
        /** The newest fix of each unit, by the unit's id. */
        POSITIONS,
        /** Alerts that a node has accepted and that wait for the database, by the key they came with. */
        WAITING_ALERTS,
        /** What each node is, by its name. */
        NODES
    }

    /**
     * What is known under one key.
     *
     * @param version what is newer has a higher one: the number of the log, or the time of a fix in milliseconds
     * @param json what it is
     * @param at when it was so
     */
    record Entry(long version, String json, Instant at) {}

    /** Told on any thread, in any order between keys; must not wait. */
    @FunctionalInterface
    interface Listener {

        /**
         * What stands under {@code key} now.
         *
         * @param entry empty when it is gone
         */
        void changed(String key, Optional<Entry> entry);
    }

    /** Everything on a board, from this node's own memory: never waits and never fails. */
    Map<String, Entry> list(Board board);

    /** The same of one key. */
    Optional<Entry> find(Board board, String key);

    /** Here at once, on the other nodes soon. False, and nothing changed, when what is known is as new or newer. */
    boolean put(Board board, String key, Entry entry);

    /**
     * Takes it from the board, here at once, on the other nodes soon.
     *
     * @param version what is put with this or a lower one, later, does not bring it back
     */
    boolean remove(Board board, String key, long version);

    /** From now on told of every change on that board, wherever it was made. */
    void listen(Board board, Listener listener);

    /** Run when other nodes may have missed what this one knows, and this one what they know: after nodes found each other again. */
    void whenRejoined(Runnable refill);
}
