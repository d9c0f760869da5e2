package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each shift wrote down for the next, and who took over. Nothing is ever changed. */
public interface Handovers {

    /**
     * One handover.
     *
     * @param open the incidents that were open when it was written, most urgent and then oldest first
     * @param acceptedAt null while nobody has taken over
     * @param acceptedBy the first who did
     */
    record Handover(
            UUID id,
            Instant at,
            String by,
            String note,
            List<OpenThen> open,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy) {
        public Handover {
            open = List.copyOf(open);
        }

        public boolean isAccepted() {
            return acceptedAt != null;
        }
    }

    /** An incident that was open then. */
    record OpenThen(UUID incidentId, String number) {}

    /** Newest first. */
    Future<List<Handover>> list(int limit);

    Future<Optional<Handover>> find(UUID id);

    /** With the incidents that are open at this moment; told to the desk. */
    Future<Handover> write(UUID id, String note, String by, Instant at);

    /** The first who takes over counts; false when somebody has, or there is no such handover. */
    Future<Boolean> accept(UUID id, String by, Instant at);
}
