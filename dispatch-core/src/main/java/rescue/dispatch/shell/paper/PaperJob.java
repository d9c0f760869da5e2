package rescue.dispatch.shell.paper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.phrases.Language;

/** A fresh paper in the folder every five minutes, on every node, whether or not the database is there. */
public final class PaperJob {

    /** What a shift can reconstruct from memory; a paper in hand is at most twice as old. */
    static final Duration EVERY = Duration.ofMinutes(5);

    /** Two were missed: somebody must look. */
    private static final Duration OVERDUE = Duration.ofMinutes(11);

    /** Set by {@link #write} alone. */
    private record State(
            Instant since, Optional<Instant> written, Optional<Instant> oldSince, Optional<String> failure) {}

    private static final Logger LOG = LoggerFactory.getLogger(PaperJob.class);

    private final Vertx vertx;
    private final PaperPress press;
    private final PaperFolder folder;
    private final InstantSource clock;
    private volatile State state;

    public PaperJob(Vertx vertx, PaperPress press, Path folder, InstantSource clock) {
        this.vertx = vertx;
        this.press = press;
        this.folder = new PaperFolder(folder);
        this.clock = clock;
        this.state = new State(clock.instant(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first at once: a node that has just come up may be the last one standing. */
    public void start() {
        vertx.executeBlocking(
                        () -> {
                            folder.prepare();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.warn("the printed board has no folder {}: {}", folder, failure.getMessage()))
                .onComplete(prepared -> write());
        vertx.setPeriodic(EVERY.toMillis(), timer -> write());
    }

    /** Never fails; what went wrong is in the log, and in the node's health. */
    Future<Void> write() {
        return press.print(Language.VI)
                .compose(printed -> vertx.executeBlocking(() -> keep(printed), false))
                .onSuccess(kept -> state = kept)
                .onFailure(failure -> {
                    LOG.warn("the board could not be printed to {}: {}", folder, failure.toString());
                    state = new State(
                            state.since,
                            state.written,
                            state.oldSince,
                            Optional.of(
                                    Optional.ofNullable(failure.getMessage()).orElse(failure.toString())));
                })
                .transform(done -> Future.succeededFuture());
    }

    private State keep(Optional<PaperPress.Paper> printed) throws IOException {
        if (printed.isEmpty()) {
            return new State(state.since, state.written, state.oldSince, Optional.of("nothing is known to be printed"));
        }
        PaperPress.Paper paper = printed.get();
        folder.write("board.html", paper.html().getBytes());
        folder.write("board.pdf", paper.pdf().getBytes());
        return new State(state.since, Optional.of(paper.at()), paper.oldSince(), Optional.empty());
    }

    /** What this node's health tells of it. */
    public JsonObject health() {
        State now = state;
        Instant last = now.written.orElse(now.since);
        boolean overdue = last.plus(OVERDUE).isBefore(clock.instant());
        JsonObject told = new JsonObject()
                .put("status", overdue || now.failure.isPresent() ? "DEGRADED" : "UP")
                .put("folder", folder.toString());
        now.written.ifPresent(at -> told.put("written", at.toString()));
        now.oldSince.ifPresent(at -> told.put("asOf", at.toString()));
        now.failure.ifPresent(why -> told.put("failure", why));
        return told;
    }
}
