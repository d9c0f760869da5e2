package rescue.dispatch.shell.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import rescue.dispatch.account.Principal;

/**
 * Tokens that were found valid a moment ago, so that a tablet that sends ten requests a second asks the database once.
 * Only for a second: that is how long a revocation may take to reach the other nodes.
 */
final class TokenCache {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    /** Far above the number of people on duty; a flood of valid tokens only costs the cache its memory of a second. */
    private static final int ENTRIES_MAX = 10_000;

    private record Entry(Principal principal, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();

    TokenCache(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Principal> find(String tokenHash) {
        Entry entry = entries.get(tokenHash);
        return entry != null && clock.instant().isBefore(entry.until) ? Optional.of(entry.principal) : Optional.empty();
    }

    /** To be asked before the database is, and given back with its answer. */
    long mark() {
        return revocations.get();
    }

    /** Keeps an answer, unless anything was revoked since {@code mark}: it may have been just this token. */
    void keep(String tokenHash, Principal principal, long mark) {
        if (entries.size() >= ENTRIES_MAX) {
            entries.clear();
        }
        entries.put(tokenHash, new Entry(principal, clock.instant().plus(TRUSTED_FOR)));
        if (revocations.get() != mark) {
            entries.remove(tokenHash);
        }
    }

    void forget(String tokenHash) {
        revocations.incrementAndGet();
        entries.remove(tokenHash);
    }

    void forgetAll() {
        revocations.incrementAndGet();
        entries.clear();
    }
}
