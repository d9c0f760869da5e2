package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Room;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.UnitStatus;

/** The units on a real PostgreSQL. Each test has units of its own. */
class PgUnitBoardIT {

    private static TestShell shell;

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            in order              | 1 2 3
            the newest first      | 3 1 2
            an old one at the end | 2 3 1
            the same twice        | 3 3 2
            in one batch          | 2,3,1
            a batch from a valley | 3 1,2
            """)
    void the_newest_fix_wins_whatever_the_order(String story, String sent) {
        String unit = shell.unit("order " + story);
        for (String batch : sent.split(" ")) {
            assertTrue(await(shell.units.track(
                    unit,
                    Stream.of(batch.split(","))
                            .map(second -> fix(Integer.parseInt(second)))
                            .toList())));
        }
        assertEquals(fix(3), await(shell.units.find(unit)).orElseThrow().lastFix());
        assertEquals((long) sent.split("[ ,]").length, kept(unit), "all are history");
    }

    @Test
    void of_many_at_once_the_newest_wins() {
        long seed = System.nanoTime();
        String unit = shell.unit("many");
        List<Integer> seconds =
                new ArrayList<>(IntStream.rangeClosed(1, 200).boxed().toList());
        Collections.shuffle(seconds, new Random(seed));
        await(Future.all(seconds.stream()
                .map(second -> shell.units.track(unit, List.of(fix(second))))
                .toList()));
        assertEquals(fix(200), await(shell.units.find(unit)).orElseThrow().lastFix(), "seed " + seed);
        assertEquals(200L, kept(unit));
    }

    /** The trap of READ COMMITTED: what was read before waiting for the row is no longer so. */
    @Test
    void an_old_fix_that_waited_for_a_newer_one_does_not_undo_it() throws Exception {
        String unit = shell.unit("waiting");
        SqlConnection other = await(shell.pool.getConnection());
        Transaction open = await(other.begin());
        await(other.preparedQuery("UPDATE unit SET fix_lat = 1, fix_lon = 1, fix_at = $2 WHERE id = $1")
                .execute(Tuple.of(unit, NOW.plusSeconds(100).atOffset(ZoneOffset.UTC))));
        Future<Boolean> older = shell.units.track(unit, List.of(fix(5)));
        while ((Long) shell.value("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
            Thread.onSpinWait();
        }
        await(open.commit());
        assertTrue(await(older));
        await(other.close());
        assertEquals(
                NOW.plusSeconds(100),
                await(shell.units.find(unit)).orElseThrow().lastFix().fixedAt());
    }

    @Test
    void a_unit_that_is_not_registered_is_said_to_be_unknown_and_leaves_no_trace() {
        assertFalse(await(shell.units.track("nobody", List.of(fix(1)))));
        assertFalse(await(shell.units.track("nobody", List.of())));
        assertEquals(0L, kept("nobody"));
        assertEquals(Optional.empty(), await(shell.units.find("nobody")));
        assertFalse(await(shell.units.setOnDuty("nobody", true)));
        assertTrue(await(shell.units.track(shell.unit("silent"), List.of())));
        assertNull(await(shell.units.find("silent")).orElseThrow().lastFix());
    }

    @Test
    void signing_off_and_on_is_told_and_refused_while_at_work() {
        String unit = shell.unit("duty");
        assertTrue(await(shell.units.setOnDuty(unit, false)));
        assertEquals(UnitStatus.OUT_OF_SERVICE, status(unit));
        assertTrue(await(shell.units.setOnDuty(unit, true)));
        assertEquals(UnitStatus.AVAILABLE, status(unit));
        assertEquals(2L, shell.value("SELECT count(*) FROM change WHERE kind = 'unit' AND subject = 'duty'"));

        UUID assignment = shell.send(shell.opened().id(), unit, null, null);
        assertFalse(await(shell.units.setOnDuty(unit, false)), "on an assignment");
        assertEquals(UnitStatus.DISPATCHED, status(unit));
        assertEquals(
                assignment, await(shell.units.find(unit)).orElseThrow().activeAssignment(), "and the board says which");
    }

    @Test
    void a_unit_is_found_by_its_device_and_no_device_is_nobody() {
        shell.unit("tracked", "device-1");
        shell.unit("untracked");
        assertEquals(Optional.of("tracked"), await(shell.units.findByDevice("device-1")));
        assertEquals(Optional.empty(), await(shell.units.findByDevice("device-2")));
        assertEquals(Optional.empty(), await(shell.units.findByDevice("")));
    }

    private static UnitStatus status(String unit) {
        return await(shell.units.find(unit)).orElseThrow().status();
    }

    private static Object kept(String unit) {
        return shell.value("SELECT count(*) FROM avl_fix WHERE unit_id = '" + unit + "'");
    }

    /** One place a second, so that place and time tell the same. */
    private static AvlFix fix(int second) {
        return new AvlFix(new LatLon(22 + second / 1000.0, 103.5), NOW.plusSeconds(second), 12.5, 270.0, null);
    }

    @Test
    void a_station_keeps_its_turnout_by_the_hour() {
        Turnout byHour = new Turnout(
                IntStream.range(0, 24).map(hour -> 60 + hour).boxed().toList(), ZoneId.of("Asia/Ho_Chi_Minh"));
        Station station = new Station("by hour", "Trạm", new LatLon(22.4, 103.4), byHour);
        PgRegisters registers = new PgRegisters(shell.pool);
        await(registers.putStations(List.of(station)));
        await(registers.putUnits(List.of(new PgRegisters.UnitRow(
                "unit by hour", "unit by hour", station.id(), Set.of(), VehicleClass.AMBULANCE, null))));

        assertEquals(
                station, await(shell.units.find("unit by hour")).orElseThrow().station());
    }

    @Test
    void a_unit_has_the_room_that_the_register_says_or_that_of_its_class() {
        PgRegisters registers = new PgRegisters(shell.pool);
        String usual = shell.unit("usual room");
        Room two = new Room(2, 4);
        await(registers.putUnits(
                List.of(new PgRegisters.UnitRow("roomy", "roomy", "S1", Set.of(), VehicleClass.AMBULANCE, null, two))));

        assertEquals(two, await(shell.units.find("roomy")).orElseThrow().room());
        assertEquals(
                Room.usual(VehicleClass.AMBULANCE),
                await(shell.units.find(usual)).orElseThrow().room());
    }

    @Test
    void a_station_from_before_hours_were_kept_has_its_one_figure_all_day() {
        String unit = shell.unit("old station");
        await(shell.pool
                .query(
                        "UPDATE station SET turnout_by_hour = NULL, turnout_zone = NULL, turnout_s = 200 WHERE id = 'S1'")
                .execute());

        Turnout turnout = await(shell.units.find(unit)).orElseThrow().station().turnout();

        assertEquals(Turnout.always(Duration.ofSeconds(200)), turnout);
    }
}
