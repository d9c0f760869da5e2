package rescue.hospital.protocol.webhook;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants news sent, and the outbox: what is to be sent, and how often that was tried. */
public interface Webhooks {

    /** What the news is about; each is sent as it stands when it goes out, whole. */
    enum Topic {
        /** Who is on the way or does not come any more, and which transfers are asked and answered. */
        INCOMING,
        CAPACITY
    }

    /**
     * A hospital's address for news; one for each hospital.
     *
     * @param secret what messages are signed with
     * @param registeredBy the account that entered it
     */
    record Webhook(String hospitalId, URI url, String secret, String registeredBy) {}

    /**
     * How it goes.
     *
     * @param waiting deliveries that are still to be made
     * @param deliveredAt when the last one was taken; null when none ever was
     * @param lastError why the newest try failed; null when it did not
     * @param parked given up after a day of trying, or because the receiver said that it is gone
     */
    record State(
            Webhook webhook,
            Instant registeredAt,
            int waiting,
            @Nullable Instant deliveredAt,
            @Nullable String lastError,
            int parked) {}

    /**
     * One delivery that is due.
     *
     * @param seq the newest change it is about; a newer one that comes while it is under way has it sent again
     * @param tries this one included
     */
    record Due(UUID id, Webhook webhook, Topic topic, long seq, int tries) {}

    /** Enters an address, or another in its place. */
    Future<Void> put(Webhook webhook);

    Future<Boolean> remove(String hospitalId);

    Future<Optional<State>> find(String hospitalId);

    /** How far the changes were looked at; before the first time, {@code end}. */
    Future<Long> position(long end);

    /**
     * Moves on, and notes who is to hear of what, in one transaction.
     *
     * @return false when another node was faster, and nothing was noted
     */
    Future<Boolean> advance(long from, long to, Map<Topic, Set<String>> hospitals);

    /** Those whose time has come, taken for so long that nobody else sends them meanwhile. */
    Future<List<Due>> takeDue(int limit, Duration lease);

    Future<Void> delivered(Due due);

    /** To be tried again then; null for never. */
    Future<Void> failed(Due due, String error, @Nullable Duration tryAgainIn);
}
