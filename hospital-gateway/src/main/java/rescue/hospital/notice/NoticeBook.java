package rescue.hospital.notice;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.PreArrivalNotices;

/** What each hospital was told, and when it looked. */
public interface NoticeBook extends PreArrivalNotices {

    /**
     * One notice in the book.
     *
     * @param seenAt when the hospital first asked for its list with this notice on it
     */
    record Told(Instant firstToldAt, @Nullable Instant seenAt) {}

    /** The notices that a hospital was told, by assignment; all of them are seen from now on. */
    Future<Map<UUID, Told>> listAndMarkSeen(String hospitalId);
}
