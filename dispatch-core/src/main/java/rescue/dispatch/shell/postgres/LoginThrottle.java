package rescue.dispatch.shell.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down without locking anybody out for long: an allowance of failed logins for each account and for each
 * address, which fills up again with time. An account's fills faster than an address's, so that one attacker runs dry
 * before the dispatcher whose account he attacks does. Of one node; guessing on all three is three times as fast.
 */
final class LoginThrottle {

    /** Some typing errors at the change of shift are normal; 20 in a row are not. */
    static final int ACCOUNT_FAILURES = 20;

    private static final Duration ACCOUNT_REFILL = Duration.ofSeconds(2);

    /** A whole hospital may sit behind one address. */
    static final int ADDRESS_FAILURES = 30;

    private static final Duration ADDRESS_REFILL = Duration.ofSeconds(5);

    /** The longest unused is forgotten first; 20,000 names are some megabytes. */
    private static final int REMEMBERED_MAX = 20_000;

    private final InstantSource clock;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Books one attempt as failed; empty if it may go on, else how long to wait. Booked before the password is looked at,
     * so that a thousand attempts at once are not all let through.
     */
    synchronized Optional<Duration> book(String login, String address) {
        Instant now = clock.instant();
        Allowance account = account(login);
        Allowance origin = address(address);
        Optional<Duration> wait = longer(account.waitFor(now), origin.waitFor(now));
        if (wait.isEmpty()) {
            account.take(now);
            origin.take(now);
        }
        return wait;
    }

    /** The password was right after all: nothing was used up. */
    synchronized void giveBack(String login, String address) {
        account(login).giveBack();
        address(address).giveBack();
    }

    private Allowance account(String login) {
        return allowances.computeIfAbsent("account " + login, key -> new Allowance(ACCOUNT_FAILURES, ACCOUNT_REFILL));
    }

    private Allowance address(String address) {
        return allowances.computeIfAbsent("address " + address, key -> new Allowance(ADDRESS_FAILURES, ADDRESS_REFILL));
    }

    private static Optional<Duration> longer(Duration one, Duration other) {
        Duration longer = one.compareTo(other) > 0 ? one : other;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    /** A bucket of {@code size} that gains one each {@code refill}; kept as the moment at which it will be full again. */
    private static final class Allowance {

        private final int size;
        private final Duration refill;
        private Instant fullAt = Instant.MIN;

        Allowance(int size, Duration refill) {
            this.size = size;
            this.refill = refill;
        }

        /** Zero when there is at least one left. */
        Duration waitFor(Instant now) {
            Instant oneLeftAt = fullAt.equals(Instant.MIN) ? now : fullAt.minus(refill.multipliedBy(size - 1));
            return oneLeftAt.isAfter(now) ? Duration.between(now, oneLeftAt) : Duration.ZERO;
        }

        void take(Instant now) {
            fullAt = (fullAt.isAfter(now) ? fullAt : now).plus(refill);
        }

        void giveBack() {
            if (!fullAt.equals(Instant.MIN)) {
                fullAt = fullAt.minus(refill);
            }
        }
    }
}
