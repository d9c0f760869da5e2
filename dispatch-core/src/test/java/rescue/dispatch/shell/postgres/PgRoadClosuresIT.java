package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadClosures.Changes;
import rescue.dispatch.port.RoadClosures.Found;
import rescue.dispatch.road.RoadClass;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.VehicleClass;

/** Road closures and the states of the roads on a real PostgreSQL. */
class PgRoadClosuresIT {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private static final RoadExtent LANDSLIDE = new RoadExtent.ByKm("QL4D", 25.3, 25.3);

    private static TestShell shell;

    private final PgRoadClosures closures = new PgRoadClosures(shell.pool);

    /** States are never deleted; every test numbers those of a map of its own. */
    private final String map = UUID.randomUUID().toString();

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @BeforeEach
    void openAllRoads() {
        await(shell.pool.query("TRUNCATE road_closure, change").execute());
    }

    @Test
    void every_kind_is_read_back_as_it_was_entered() {
        var drawn = new RoadExtent.ByLine(List.of(new LatLon(22.39, 103.46), new LatLon(22.4, 103.47)));
        List<RoadClosure> kinds = List.of(
                closure(drawn, FAR_AHEAD, 0, VehicleClass.MOTORBIKE, VehicleClass.FOUR_BY_FOUR),
                of(LANDSLIDE, new RoadEffect.OneLane(Duration.ofSeconds(90)), RoadTimes.from(minute(1), null)),
                of(
                        new RoadExtent.ByPoint(new LatLon(22.39, 103.46)),
                        new RoadEffect.Limit(2.5, null),
                        RoadTimes.from(minute(2), null)),
                of(
                        new RoadExtent.ByPoint(new LatLon(22.39, 103.46)),
                        new RoadEffect.Limit(null, 2.0),
                        RoadTimes.from(minute(3), null)),
                of(
                        new RoadExtent.AllFords(),
                        new RoadEffect.Closed(Set.of()),
                        new RoadTimes(
                                minute(4), null, new RoadTimes.Season(MonthDay.of(5, 1), MonthDay.of(10, 31)), null)),
                of(
                        new RoadExtent.ByClass(Set.of(RoadClass.TRACK, RoadClass.UNCLASSIFIED)),
                        new RoadEffect.Slow(1.4),
                        new RoadTimes(
                                minute(5),
                                FAR_AHEAD,
                                null,
                                new RoadTimes.DailyHours(LocalTime.of(18, 0), LocalTime.of(6, 0)))));
        await(closures.enter(kinds, "operator"));
        assertEquals(kinds, await(closures.listChanges(0)).entered(), "oldest first");
    }

    @Test
    void whoever_knows_a_revision_hears_only_what_came_after_it() {
        RoadClosure first = closure(LANDSLIDE, null, 0);
        RoadClosure second = closure(LANDSLIDE, null, 1);
        await(closures.enter(List.of(first), "operator"));
        long known = await(closures.listChanges(0)).revision();
        await(closures.enter(List.of(second), "operator"));
        await(closures.lift(first.id(), "operator"));

        Changes news = await(closures.listChanges(known));
        assertEquals(List.of(second), news.entered());
        assertEquals(Set.of(first.id()), news.lifted());
        Changes none = await(closures.listChanges(news.revision()));
        assertEquals(List.of(), none.entered());
        assertEquals(Set.of(), none.lifted());
        assertEquals(news.revision(), none.revision());
    }

    @Test
    void it_ends_by_the_clock_of_the_database() {
        await(closures.enter(List.of(closure(LANDSLIDE, FAR_AHEAD, 0)), "operator"));
        assertEquals(1, standing().size());
        await(shell.pool.query("UPDATE road_closure SET until_at = now()").execute());
        assertEquals(List.of(), standing(), "its end itself is no longer in force");
    }

    @Test
    void it_is_lifted_once_by_whoever_comes_first() {
        RoadClosure closure = closure(LANDSLIDE, null, 0);
        await(closures.enter(List.of(closure), "operator"));
        assertTrue(await(closures.lift(closure.id(), "first")));
        assertFalse(await(closures.lift(closure.id(), "second")));
        assertEquals(List.of(), standing());
        assertEquals("first", shell.value("SELECT lifted_by FROM road_closure"));
        assertEquals(2L, shell.value("SELECT count(*) FROM change"), "told when entered and when lifted");
    }

    @Test
    void what_is_not_in_force_cannot_be_lifted() {
        assertFalse(await(closures.lift(UUID.randomUUID(), "operator")), "never was");
        RoadClosure over = closure(LANDSLIDE, Instant.parse("2020-01-01T00:00:00Z"), 0);
        await(closures.enter(List.of(over), "operator"));
        assertFalse(await(closures.lift(over.id(), "operator")), "over by itself");
    }

    @Test
    void all_of_them_are_entered_or_none() {
        RoadClosure twice = closure(LANDSLIDE, null, 0);
        Future<Void> entering = closures.enter(List.of(twice, twice), "operator");
        assertTrue(entering.map(false)
                .otherwise(true)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        assertEquals(List.of(), standing());
    }

    @Test
    void the_database_refuses_an_effect_without_its_figure() {
        Future<?> broken = shell.pool.query("""
                        INSERT INTO road_closure (id, extent, reason, passable_for, from_at, entered_by, entered_rev, effect)
                        VALUES (gen_random_uuid(), '{"fords":true}', 'x', '{}', now(), 'x', 1, 'SLOW')
                        """).execute();
        assertTrue(broken.<Boolean>map(entered -> false)
                .otherwise(true)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    }

    @Test
    void two_nodes_find_the_same_state_and_so_the_same_number() {
        long empty = number(2, 0, "none").orElseThrow();
        assertEquals(empty, number(2, 0, "none").orElseThrow(), "the other node");
        assertEquals(empty, number(2, 5, "none").orElseThrow(), "a later look at the same state");
        long closed = number(3, 6, "one").orElseThrow();
        assertTrue(closed > empty);
        assertEquals(Optional.empty(), number(2, 7, "none"), "this node has not heard of the third revision yet");
        assertEquals(Optional.empty(), number(3, 5, "two"), "this node looked before the hour at which one ended");
        assertTrue(number(4, 8, "none").orElseThrow() > closed, "open again, and a new state");
    }

    @Test
    void nodes_that_race_for_a_number_agree() {
        List<Long> versions = await(Future.all(IntStream.range(0, 50)
                        .mapToObj(i -> closures.number(new Found(map, 7, NOW, 1, "same")))
                        .toList()))
                .list()
                .stream()
                .map(found -> (Long) ((Optional<?>) found).orElseThrow())
                .distinct()
                .toList();
        assertEquals(1, versions.size(), versions::toString);
    }

    @Test
    void a_state_can_be_read_again_after_everything_has_changed() {
        RoadClosure slide = closure(LANDSLIDE, null, 0);
        RoadClosure flood = closure(LANDSLIDE, FAR_AHEAD, 1);
        await(closures.enter(List.of(slide, flood), "operator"));
        Changes then = await(closures.listChanges(0));
        long version = await(closures.number(new Found(map, then.revision(), then.asOf(), 2, "both")))
                .orElseThrow();
        await(closures.lift(slide.id(), "operator"));
        await(closures.enter(List.of(closure(LANDSLIDE, null, 2)), "operator"));

        RoadClosures.Numbered state = await(closures.findState(version)).orElseThrow();
        assertEquals(Set.of(slide, flood), Set.copyOf(state.standing()));
        assertEquals(map, state.map());
        assertEquals(Optional.empty(), await(closures.findState(version + 1_000_000)));
    }

    @Test
    void whoever_listens_hears_of_it_at_once() {
        List<Promise<Void>> rings = List.of(Promise.promise(), Promise.promise(), Promise.promise());
        var count = new AtomicInteger();
        var line = new DatabaseLine(
                shell.vertx, new PrimaryFinder(shell.vertx, List.of(shell.database.options())), InstantSource.system());
        line.listen(
                PgRoadClosures.CHANNEL, () -> rings.get(count.getAndIncrement()).complete());
        line.start();
        await(rings.get(0).future()); // it may have missed some before it listened
        RoadClosure slide = closure(LANDSLIDE, null, 0);
        await(closures.enter(List.of(slide), "operator"));
        await(rings.get(1).future());
        await(closures.lift(slide.id(), "operator"));
        await(rings.get(2).future());
        line.close();
    }

    private List<RoadClosure> standing() {
        return await(closures.listChanges(0)).entered();
    }

    private Optional<Long> number(long revision, long minute, String digest) {
        return await(closures.number(new Found(map, revision, minute(minute), 0, digest)));
    }

    private static RoadClosure of(RoadExtent extent, RoadEffect effect, RoadTimes times) {
        return new RoadClosure(UUID.randomUUID(), extent, effect, "sạt lở", times);
    }

    private static RoadClosure closure(
            RoadExtent extent, @Nullable Instant until, long fromMinute, VehicleClass... passableFor) {
        return new RoadClosure(
                UUID.randomUUID(),
                extent,
                "sạt lở",
                Set.of(passableFor),
                fromMinute == 0 ? NOW : minute(fromMinute),
                until);
    }
}
