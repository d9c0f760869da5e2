package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which incidents are transfers that concern a hospital; what they are stands in the log. */
public interface TransferBoard {

    /** Those it asked for, and those it is asked to take, since then; newest first, at most {@code limit}. */
    Future<List<UUID>> list(String hospitalId, Instant since, int limit);

    /** The same board as that hospital may see it. */
    TransferBoard seenBy(String hospitalId);
}
