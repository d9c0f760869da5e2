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
 *
 * <p>While the database is away nobody can ask it, and nobody can revoke there either: then whoever held a token lately may
 * go on reading with it.
 */
final class TokenCache {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    /** A shift: whoever has worked with it since it began goes on reading, however long the database is away in it. */
    private static final Duration LATELY = Duration.ofHours(12);

    /** Far above the number of people on duty; a flood of valid tokens only costs the cache its memory. */
    private static final int ENTRIES_MAX = 10_000;

    private record Entry(Principal principal, Instant foundAt) {}

    private final InstantSource clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();

    /**
     * An empty cache.
     *
     * @param clock one that never jumps: a wall clock that is put back must not make a second an hour
     */
    TokenCache(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Principal> find(String tokenHash) {
        return findSince(tokenHash, TRUSTED_FOR);
    }

    /** Whoever held it, for when the database cannot be asked. */
    Optional<Principal> findLately(String tokenHash) {
        return findSince(tokenHash, LATELY);
    }

    private Optional<Principal> findSince(String tokenHash, Duration age) {
        return Optional.ofNullable(entries.get(tokenHash))
                .filter(entry -> clock.instant().isBefore(entry.foundAt.plus(age)))
                .map(Entry::principal);
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
        entries.put(tokenHash, new Entry(principal, clock.instant()));
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
