package rescue.dispatch.account;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What comes of a user and a password. */
public sealed interface LoginOutcome {

    /**
     * Welcome.
     *
     * @param token the bearer token; it is stored nowhere in clear
     */
    record LoggedIn(String token, Principal principal, Instant expiresAt) implements LoginOutcome {
        @Override
        public <T> T fold(Function<LoggedIn, T> loggedIn, Function<Wrong, T> wrong, Function<Later, T> later) {
            return loggedIn.apply(this);
        }

        /** Without the token, which must not reach a log. */
        @Override
        public String toString() {
            return "LoggedIn[" + principal + "]";
        }
    }

    /** Unknown user, wrong password or disabled account: which of them is not told. */
    record Wrong() implements LoginOutcome {
        @Override
        public <T> T fold(Function<LoggedIn, T> loggedIn, Function<Wrong, T> wrong, Function<Later, T> later) {
            return wrong.apply(this);
        }
    }

    /** Too many failed logins, or too many logins at once; the password was not looked at. */
    record Later(Duration retryAfter) implements LoginOutcome {
        @Override
        public <T> T fold(Function<LoggedIn, T> loggedIn, Function<Wrong, T> wrong, Function<Later, T> later) {
            return later.apply(this);
        }
    }

    <T> T fold(Function<LoggedIn, T> loggedIn, Function<Wrong, T> wrong, Function<Later, T> later);
}
