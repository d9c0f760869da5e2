package rescue.dispatch.shell.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A token bucket for each address, for calls that anybody may make without a login. Of one event loop, or locked. */
public final class AddressThrottle {

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

    /**
     * A throttle that has seen nobody yet.
     *
     * @param burst so many at once
     * @param perSecond and so many a second after that
     */
    public AddressThrottle(InstantSource clock, int burst, double perSecond) {
        this.clock = clock;
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** Refuses a call that comes too soon after others from its address. */
    public void check(RoutingContext ctx) {
        String address = ctx.request().connection().remoteAddress().hostAddress();
        waitFor(address == null ? "" : address).ifPresent(wait -> {
            throw new ApiFailure(ProblemCode.ASKED_TOO_OFTEN, Math.max(1, wait.toSeconds())).retryAfter(wait);
        });
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
