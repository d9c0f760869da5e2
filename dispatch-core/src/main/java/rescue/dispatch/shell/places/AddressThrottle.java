package rescue.dispatch.shell.places;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A token bucket for each address, for calls that anybody may make without a login. Of one event loop, or locked. */
public final class AddressThrottle {

    /** A person who types quickly asks ten times for one name; a page opens with a few questions at once. */
    static final int BURST = 30;

    /** A question at each key press of a quick typist. */
    static final int PER_SECOND = 5;

    /** So many addresses are remembered, 100 bytes each; the one that was silent longest is forgotten first. */
    static final int ADDRESSES = 10_000;

    private final InstantSource clock;
    private final int burst;
    private final double perSecond;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** For questions typed into a search field. */
    AddressThrottle(InstantSource clock) {
        this(clock, BURST, PER_SECOND);
    }

    /**
     * For calls of another kind.
     *
     * @param burst so many at once
     * @param perSecond so many a second in the long run
     */
    public AddressThrottle(InstantSource clock, int burst, double perSecond) {
        this.clock = clock;
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** Empty when the address may ask now, else how long it should wait. */
    public synchronized Optional<Duration> waitFor(String address) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(address, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens + seconds(before.at, now) * perSecond);
        boolean enough = tokens >= 1;
        buckets.put(address, new Bucket(enough ? tokens - 1 : tokens, now));
        return enough
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000)));
    }

    /** A clock that was set back gives nothing and takes nothing. */
    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }

    private record Bucket(double tokens, Instant at) {}
}
