package rescue.hospital.notice;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.PreArrivalNotices;

/** What each hospital was told, and when somebody there said that it was seen. */
public interface NoticeBook extends PreArrivalNotices {

    /**
     * One notice in the book.
     *
     * @param seenAt when somebody last said that it was seen
     */
    record Told(Instant firstToldAt, @Nullable Instant seenAt) {

        /** Whether what has been so since then was seen: a unit that left and comes again is news again. */
        public boolean isSeenSince(Instant since) {
            return seenAt != null && !seenAt.isBefore(since);
        }
    }

    /** The same book as that hospital may read and write it: its own notices, whatever is asked. */
    NoticeBook seenBy(String hospitalId);

    /** The notices that a hospital was told lately, by assignment. */
    Future<Map<UUID, Told>> list(String hospitalId);

    /**
     * Somebody has seen it.
     *
     * @param since what was seen: a mark from before it is renewed, a later one stays
     * @return false when that hospital was never told
     */
    Future<Boolean> markSeen(String hospitalId, UUID assignmentId, Instant since);
}
