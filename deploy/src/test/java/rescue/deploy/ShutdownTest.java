package rescue.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), Duration.ZERO);
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void what_was_opened_last_is_closed_first_and_one_that_fails_does_not_keep_the_others_open() {
        var shutdown = new Shutdown(progress);
        shutdown.remember("PostgreSQL", () -> closed.add("PostgreSQL"));
        shutdown.remember("broken", () -> {
            throw new IllegalStateException("it is stuck");
        });
        shutdown.remember("pages", () -> closed.add("pages"));
        shutdown.run();
        assertEquals(List.of("pages", "PostgreSQL"), closed);
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("closing broken: it is stuck"));
    }

    @Test
    void one_that_hangs_is_given_up() {
        var never = new CountDownLatch(1);
        var shutdown = new Shutdown(progress, Duration.ofMillis(50));
        shutdown.remember("PostgreSQL", () -> closed.add("PostgreSQL"));
        shutdown.remember("cluster", never::await);
        shutdown.run();
        assertEquals(List.of("PostgreSQL"), closed);
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("closing cluster takes more than"));
    }

    @Test
    void what_comes_up_too_late_is_closed_at_once() {
        var shutdown = new Shutdown(progress);
        shutdown.run();
        shutdown.remember("pages", () -> closed.add("pages"));
        assertEquals(List.of("pages"), closed);
    }
}
