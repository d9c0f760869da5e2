package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.Optional;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.Principal;

/** Who is logged in. A broken database is a failed future, never an unknown token. */
public interface Accounts {

    /** Whoever holds that token; empty when it was never given out, has expired or was revoked. */
    Future<Optional<Principal>> findByToken(String token);

    /**
     * The same, for whoever only wants to read: while the database is away, also whoever held it lately. What he may write
     * has to be asked of the database all the same.
     */
    default Future<Optional<Principal>> findToRead(String token) {
        return findByToken(token);
    }

    /**
     * Exchanges user and password for a token.
     *
     * @param address where the request came from, so that guessing is slowed down
     */
    Future<LoginOutcome> login(String user, String password, String address);

    /** The token is worth nothing from now on: at once on this node, within a second on the others. */
    Future<Void> revoke(String token);
}
