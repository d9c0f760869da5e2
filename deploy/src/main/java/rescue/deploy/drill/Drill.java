package rescue.deploy.drill;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a shift against a running server, on one thread, once a second, through the same HTTP as everybody else. There is no
 * chance in it: what differs from one time to the next is what people do who work along.
 */
public final class Drill implements AutoCloseable {

    /** Whom the desk of the drill logs in as. */
    public static final String DESK_ACCOUNT = Cast.DESK_ACCOUNT;

    private static final Logger LOG = LoggerFactory.getLogger(Drill.class);

    /** A vehicle is seen to move, and a tablet that is alive tells as often. */
    private static final long EVERY_MS = 1_000;

    /** The first minutes are played in steps that are short beside every drive. */
    private static final Duration STEP = Duration.ofSeconds(15);

    /** A map is imported once, in seconds; on a machine with other work in a minute. Then the drill begins on estimates. */
    private static final Duration WAIT_FOR_ROADS = Duration.ofMinutes(3);

    private static final long STOPS_WITHIN_S = 3;

    private final Shift shift;
    private final int speed;
    private final LongSupplier nanos;
    private final Consumer<String> out;
    private final Cast cast;
    private final Callers callers;
    private final List<Player> players;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "drill"));

    private Duration at = Duration.ZERO;
    private @Nullable ShiftClock clock;

    /**
     * A drill that has not begun.
     *
     * @param speed how many seconds of the shift pass in one
     * @param api the server's API, ending with a slash
     * @param out is told what happens, in the words of the log
     */
    public Drill(Shift shift, int speed, URI api, InstantSource clock, LongSupplier nanos, Consumer<String> out) {
        this.shift = shift;
        this.speed = speed;
        this.nanos = nanos;
        this.out = out;
        cast = new Cast(api);
        var cases = new Cases();
        callers = new Callers(shift, cast, cases, this::say);
        players = List.of(
                new Roadmen(shift, cast, this::say),
                new Wards(shift, cast, cases, this::say),
                new DeskHand(shift, cast, cases, this::say),
                new Crews(shift, cast, cases, clock, this::say));
    }

    /** Plays what lies before the shift is watched, at once, and from then on by the clock. */
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told by the work itself
    public void start() {
        long until = nanos.getAsLong() + WAIT_FOR_ROADS.toNanos();
        thread.execute(() -> awaitRoads(until));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void awaitRoads(long until) {
        boolean[] ready = new boolean[1];
        guarded(() -> ready[0] = "ROAD"
                .equals(Board.part(cast.anybody().get("map/info").body(), "roads")
                        .getString("basis")));
        if (ready[0] || nanos.getAsLong() > until) {
            begin();
        } else {
            thread.schedule(() -> awaitRoads(until), EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void begin() {
        say("the shift begins; its first " + shift.live().toMinutes() + " minutes are played at once");
        for (; at.compareTo(shift.live()) < 0 && !Thread.currentThread().isInterrupted(); at = at.plus(STEP)) {
            play(false);
        }
        at = shift.live();
        clock = new ShiftClock(nanos, speed, shift.live());
        say("the pages are live: " + speed + " times as fast as the clock on the wall; ends at "
                + shift.clockAt(shift.ends()) + ". Whatever you do first, the drill leaves to you.");
        thread.scheduleAtFixedRate(this::tick, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        if (clock != null) {
            at = clock.now();
        }
        play(true);
        if (at.compareTo(shift.ends()) >= 0) {
            say("the shift is over; the server goes on. Start it again for another one.");
            thread.shutdown();
        }
    }

    private void play(boolean isWatched) {
        // Whoever calls comes first: what he brings is on the board that the others look at.
        guarded(() -> callers.play(new Moment(at, isWatched, Board.EMPTY)));
        guarded(() -> {
            Moment moment = new Moment(at, isWatched, Board.seenBy(cast.desk()));
            players.forEach(player -> guarded(() -> player.play(moment)));
        });
    }

    /** A drill must never end because of one thing that went otherwise, nor one player because of another. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Voice.ServerGone gone) {
            LOG.debug("the server does not answer the drill", gone);
        } catch (RuntimeException unforeseen) {
            LOG.warn("something in the drill went otherwise at {}", shift.clockAt(at), unforeseen);
        }
    }

    private void say(String sentence) {
        out.accept("drill " + shift.clockAt(at) + "  " + sentence);
    }

    /** Stops in the middle of whatever is being played. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOPS_WITHIN_S, TimeUnit.SECONDS)) {
                LOG.warn("the drill did not stop");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
