package rescue.dispatch.shell.postgres;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id on threads of its own, as one check keeps a core busy for a tenth of a second. The queue is short: who would
 * wait longer is told to come again, and a flood of logins cannot starve the dispatch.
 */
final class Passwords {

    /** OWASP's Password Storage Cheat Sheet, second of its equal choices: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** Leaves cores for dispatching; two checks hold 38 MiB. */
    private static final int THREADS = 2;

    /** At a tenth of a second each, the last in the queue waits under two seconds. */
    static final int WAITING_MAX = 32;

    private static final Duration WARN_AFTER = Duration.ofSeconds(5);

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    /** What an unknown user's password is checked against, so that it takes the same time. */
    private final Future<String> nobodysHash;

    Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", THREADS, WARN_AFTER.toSeconds(), TimeUnit.SECONDS);
        nobodysHash = hash("the password of nobody");
    }

    Future<String> hash(String password) {
        return workers.executeBlocking(
                () -> Password.hash(password)
                        .addRandomSalt(SALT_BYTES)
                        .with(argon2())
                        .getResult(),
                false);
    }

    /** Whether there is room for one more check. */
    boolean isBusy() {
        return waiting.get() >= WAITING_MAX;
    }

    /** Whether {@code password} fits {@code hash}; without a hash it never does, and takes as long to say so. */
    Future<Boolean> fits(String password, @Nullable String hash) {
        waiting.incrementAndGet();
        return nobodysHash
                .compose(nobodys -> workers.executeBlocking(
                        () -> Password.check(password, hash == null ? nobodys : hash)
                                        .with(Argon2Function.getInstanceFromHash(hash == null ? nobodys : hash))
                                && hash != null,
                        false))
                .onComplete(done -> waiting.decrementAndGet());
    }

    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }
}
