package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.VehicleClass;

/** Road closures on a real PostgreSQL. */
class PgRoadClosuresIT {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private static final RoadExtent LANDSLIDE = new RoadExtent.ByKm("QL4D", 25.3, 25.3);

    private static TestShell shell;

    private final PgRoadClosures closures = new PgRoadClosures(shell.pool);

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
    void what_was_entered_is_read_back_as_it_was_oldest_first() {
        var drawn = new RoadExtent.ByLine(List.of(new LatLon(22.39, 103.46), new LatLon(22.4, 103.47)));
        RoadClosure byLine = closure(drawn, FAR_AHEAD, 5, VehicleClass.MOTORBIKE, VehicleClass.FOUR_BY_FOUR);
        RoadClosure byKm = closure(LANDSLIDE, null, 0);
        await(closures.enter(byLine, "operator"));
        await(closures.enter(byKm, "operator"));
        assertEquals(List.of(byKm, byLine), await(closures.listInForce()));
    }

    @Test
    void it_ends_by_the_clock_of_the_database() {
        RoadClosure closure = closure(LANDSLIDE, FAR_AHEAD, 0);
        await(closures.enter(closure, "operator"));
        assertEquals(1, await(closures.listInForce()).size());
        await(shell.pool.query("UPDATE road_closure SET until_at = now()").execute());
        assertEquals(List.of(), await(closures.listInForce()), "its end itself is no longer in force");
    }

    @Test
    void it_is_lifted_once_by_whoever_comes_first() {
        RoadClosure closure = closure(LANDSLIDE, null, 0);
        await(closures.enter(closure, "operator"));
        assertTrue(await(closures.lift(closure.id(), "first")));
        assertFalse(await(closures.lift(closure.id(), "second")));
        assertEquals(List.of(), await(closures.listInForce()));
        assertEquals("first", shell.value("SELECT lifted_by FROM road_closure"));
        assertEquals(2L, shell.value("SELECT count(*) FROM change"), "told when entered and when lifted");
    }

    @Test
    void what_is_not_in_force_cannot_be_lifted() {
        assertFalse(await(closures.lift(UUID.randomUUID(), "operator")), "never was");
        RoadClosure over = closure(LANDSLIDE, Instant.parse("2020-01-01T00:00:00Z"), 0);
        await(closures.enter(over, "operator"));
        assertFalse(await(closures.lift(over.id(), "operator")), "over by itself");
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
