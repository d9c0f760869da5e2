package rescue.deploy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.postgres.DatabaseLine;
import rescue.dispatch.shell.postgres.PgParked;
import rescue.dispatch.shell.trouble.Trouble.Kind;
import rescue.dispatch.shell.trouble.TroubleWatch;
import rescue.dispatch.shell.trouble.TroubleWatch.Source;

/** What may be wrong with this node: for the desk, for whoever watches the machine, and as figures. */
record HouseTrouble(TroubleWatch watch) {

    /** More than two clocks of one room differ while somebody looks after them, and less than a milestone may be off. */
    private static final Duration CLOCK_OFF = Duration.ofSeconds(2);

    /** Nobody can be told of it by telephone much sooner. */
    private static final Duration PARKED_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(HouseTrouble.class);

    static HouseTrouble over(
            Vertx vertx, DatabaseLine line, Intake.Disk disk, PgParked parked, MeterRegistry registry, Clock clock) {
        var changesParked = new AtomicInteger();
        vertx.setPeriodic(
                PARKED_EVERY.toMillis(),
                timer -> parked.list()
                        .onSuccess(all -> changesParked.set(all.size()))
                        .onFailure(failure -> LOG.debug("not known what is set aside: {}", failure.getMessage())));
        gauge(registry, "rescue.database.away", "1 while PostgreSQL cannot be reached", () -> line.isAway() ? 1 : 0);
        gauge(registry, "rescue.clock.ahead.seconds", "of the database's clock", () -> seconds(line.clockAhead()));
        gauge(registry, "rescue.alerts.waiting", "on this node's disk", disk.spool()::count);
        gauge(registry, "rescue.alerts.parked", "could not be entered, a file each", disk.parked()::count);
        gauge(registry, "rescue.changes.parked", "of which somebody could not be told", changesParked::get);
        return new HouseTrouble(new TroubleWatch(
                List.of(
                        new Source(Kind.DATABASE_AWAY, () -> when(line.isAway(), disk.spool()::count)),
                        new Source(
                                Kind.CLOCK_OFF,
                                () -> when(
                                        line.clockAhead().abs().compareTo(CLOCK_OFF) > 0,
                                        () -> Math.round(seconds(line.clockAhead())))),
                        new Source(Kind.CHANGES_PARKED, () -> when(changesParked.get() > 0, changesParked::get)),
                        new Source(Kind.ALERTS_PARKED, () -> when(disk.parked().count() > 0, disk.parked()::count)),
                        new Source(Kind.DISK_FULL, () -> when(disk.spool().isShortOfRoom(), disk.spool()::roomMiB))),
                clock));
    }

    private static void gauge(MeterRegistry registry, String name, String what, Supplier<Number> value) {
        Gauge.builder(name, value).description(what).register(registry);
    }

    private static Optional<List<Object>> when(boolean wrong, Supplier<Object> arg) {
        return wrong ? Optional.of(List.of(arg.get())) : Optional.empty();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** From now on the desk hears when something comes or goes. */
    void start(Vertx vertx, LiveFeed live) {
        watch.start(
                vertx,
                () -> live.say(
                        "trouble",
                        new JsonObject().put("count", watch.list().size()),
                        who -> who.role().isDesk()));
    }

    /** In the answer of {@code /health/ready}: the node does its work, so it stays in service, and says how. */
    JsonObject health() {
        var kinds = new JsonArray();
        watch.list().forEach(trouble -> kinds.add(trouble.kind().name()));
        return new JsonObject()
                .put("status", kinds.isEmpty() ? "UP" : "DEGRADED")
                .put("trouble", kinds);
    }
}
