package rescue.routing;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.routing.engine.Asked;
import rescue.routing.engine.RoadConditions;

/** In production, one decision in a thousand is answered once more by a plain search, and the outcome is counted. */
public final class SelfChecks {

    private static final Logger LOG = LoggerFactory.getLogger(SelfChecks.class);

    /** A plain search takes a thousand times as long as an answer: so the checks double the work, on a worker. */
    static final int EVERY = 1000;

    private final AtomicLong decisions = new AtomicLong();
    private final LongAdder agreed = new LongAdder();
    private final LongAdder disagreed = new LongAdder();

    /** Whether this decision is to be checked: the first, and every thousandth after it. */
    boolean isDue() {
        return decisions.getAndIncrement() % EVERY == 0;
    }

    /** Answers again what one decision asked. */
    void check(String mapVersion, RoadConditions roads, List<Asked> decision) {
        boolean right = true;
        for (Asked asked : decision) {
            var wrong = asked.disagreement();
            wrong.ifPresent(how -> LOG.error(
                    "a driving time is wrong: map {}, roads {}, in force {}: {}",
                    mapVersion,
                    roads.version(),
                    roads.closures(),
                    how));
            right &= wrong.isEmpty();
        }
        (right ? agreed : disagreed).increment();
    }

    /** Decisions for which the plain search found the same. */
    public long agreed() {
        return agreed.sum();
    }

    /** Decisions for which it did not: a bug, and the reason is in the log. */
    public long disagreed() {
        return disagreed.sum();
    }
}
