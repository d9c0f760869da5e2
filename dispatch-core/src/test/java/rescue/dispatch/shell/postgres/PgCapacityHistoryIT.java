package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static rescue.dispatch.hospital.BedKind.EMERGENCY;
import static rescue.dispatch.hospital.BedKind.ICU;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.minute;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.CapacityEntry;
import rescue.dispatch.hospital.CapacityEntry.Kind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;

/** Who said what, and when; on a real PostgreSQL. Each test has a hospital of its own, whose first report is 9 emergency beds. */
class PgCapacityHistoryIT {

    private static TestShell shell;

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @Test
    void everything_that_was_said_is_there_newest_first() {
        long first = begin("history");
        long second = kept(shell.hospitals.report(
                new CapacityReport(
                        "history",
                        Map.of(ICU, 2),
                        Map.of(Service.CT, false),
                        EmsTraffic.ADVISORY,
                        "CT hỏng",
                        "day nurse",
                        ReportSource.PAGE,
                        minute(10)),
                Filing.PLAIN));
        long third =
                kept(shell.hospitals.confirm("history", "night nurse", ReportSource.PAGE, minute(20), Filing.PLAIN));

        List<CapacityEntry> history = history("history");
        assertEquals(
                List.of(third, second, first),
                history.stream().map(CapacityEntry::id).toList());
        assertEquals(
                List.of(Kind.CONFIRMATION, Kind.REPORT, Kind.REPORT),
                history.stream().map(CapacityEntry::kind).toList());
        CapacityEntry said = history.get(1);
        assertEquals(Map.of(ICU, 2), said.available());
        assertEquals(Map.of(Service.CT, false), said.services());
        assertEquals(EmsTraffic.ADVISORY, said.emsTraffic());
        assertEquals("CT hỏng", said.note());
        assertEquals("day nurse", said.reporter());
        assertEquals(minute(10), said.at());
        assertNotNull(said.receivedAt());
        assertNull(said.correctedBy());
        assertEquals(List.of(third), ids(await(shell.hospitals.listReports("history", 1))));
        assertEquals(third, capacity("history").reportId());
    }

    @Test
    void a_press_that_comes_sixteen_times_is_said_once() {
        begin("pressed");
        Set<Filed> told = IntStream.range(0, 16)
                .mapToObj(i -> say("pressed", ICU, 3, i, new Filing("press 1", null, null)))
                .toList()
                .stream()
                .map(TestShell::await)
                .collect(Collectors.toSet());

        assertEquals(1, told.size(), "each is told the same: " + told);
        assertEquals(2, history("pressed").size());
        assertEquals(new Filed.KeyReused(), await(say("pressed", ICU, 4, 1, new Filing("press 1", null, null))));
        assertEquals(
                new Filed.KeyReused(),
                await(shell.hospitals.confirm(
                        "pressed", "nurse", ReportSource.PAGE, minute(2), new Filing("press 1", null, null))));
        assertEquals(3, reported("pressed", ICU));

        begin("other");
        kept(say("other", ICU, 4, 1, new Filing("press 1", null, null)));
    }

    @Test
    void what_rests_on_an_older_report_is_refused_with_the_newest() {
        long first = begin("stale");
        long second = kept(say("stale", ICU, 1, 5, new Filing(null, first, null)));
        CapacityEntry newest = history("stale").get(0);

        assertEquals(new Filed.Stale(newest), await(say("stale", ICU, 7, 6, new Filing("k", first, null))));
        assertEquals(
                new Filed.Stale(newest),
                await(shell.hospitals.confirm(
                        "stale", "nurse", ReportSource.PAGE, minute(7), new Filing(null, first, null))));
        assertEquals(1, reported("stale", ICU));
        assertEquals(2, history("stale").size());

        kept(say("stale", ICU, 7, 8, new Filing("k", second, null)));
        kept(say("stale", ICU, 8, 9, Filing.PLAIN));
        assertEquals(8, reported("stale", ICU), "whoever names none has the last word");
    }

    @Test
    void of_two_reports_on_the_same_one_is_refused() {
        long first = begin("raced");
        List<Future<Filed>> both = List.of(
                say("raced", ICU, 1, 1, new Filing(null, first, null)),
                say("raced", ICU, 2, 1, new Filing(null, first, null)));
        List<Filed> told = both.stream().map(TestShell::await).toList();

        assertEquals(1, told.stream().filter(Filed.Kept.class::isInstance).count(), told.toString());
        assertEquals(1, told.stream().filter(Filed.Stale.class::isInstance).count(), told.toString());
    }

    @Test
    void figures_counted_earlier_never_make_newer_ones_look_older() {
        begin("late");
        kept(say("late", ICU, 1, 30, Filing.PLAIN));
        kept(say("late", EMERGENCY, 2, 10, Filing.PLAIN));

        assertEquals(minute(30), capacity("late").newest().at());
        assertEquals(minute(10), history("late").get(0).at());
    }

    @Test
    void a_mistake_is_corrected_on_the_board_and_stays_in_the_history() {
        long first = begin("corrects");
        long mistake = kept(say("corrects", ICU, 50, 5, Filing.PLAIN));
        long correction = kept(say("corrects", ICU, 5, 6, new Filing(null, mistake, mistake)));

        assertEquals(5, reported("corrects", ICU));
        assertEquals(minute(6), capacity("corrects").newest().at());
        List<CapacityEntry> history = history("corrects");
        assertEquals(List.of(correction, mistake, first), ids(history));
        assertEquals(Kind.CORRECTION, history.get(0).kind());
        assertEquals(mistake, history.get(0).corrects());
        assertEquals(correction, history.get(1).correctedBy());
        assertEquals(Map.of(ICU, 50), history.get(1).available());
        assertNull(history.get(2).correctedBy());
    }

    @Test
    void what_was_said_since_outlives_the_correction_of_what_was_said_before() {
        begin("since");
        long mistake = kept(shell.hospitals.report(
                new CapacityReport(
                        "since",
                        Map.of(ICU, 5, EMERGENCY, 50),
                        Map.of(Service.CT, true),
                        EmsTraffic.CLOSED,
                        null,
                        "nurse",
                        ReportSource.PAGE,
                        minute(5)),
                Filing.PLAIN));
        long newer = kept(shell.hospitals.report(
                new CapacityReport(
                        "since",
                        Map.of(ICU, 2),
                        Map.of(Service.CT, false),
                        EmsTraffic.NORMAL,
                        null,
                        "day nurse",
                        ReportSource.PAGE,
                        minute(9)),
                Filing.PLAIN));

        long half = kept(shell.hospitals.report(
                new CapacityReport(
                        "since",
                        Map.of(ICU, 4, EMERGENCY, 5),
                        Map.of(Service.CT, true, Service.BLOOD, true),
                        EmsTraffic.ADVISORY,
                        null,
                        "nurse",
                        ReportSource.PAGE,
                        minute(12)),
                new Filing(null, null, mistake)));
        assertEquals(2, reported("since", ICU), "counted anew since");
        assertEquals(5, reported("since", EMERGENCY));
        assertEquals(EmsTraffic.NORMAL, capacity("since").emsTraffic());
        assertEquals(
                Set.of(Service.BLOOD),
                await(shell.hospitals.find("since")).orElseThrow().services());

        kept(say("since", ICU, 3, 15, new Filing(null, null, half)));
        assertEquals(2, reported("since", ICU), "a correction of a correction stands where the first one stood");
        assertEquals(minute(12), capacity("since").newest().at(), "of how things are now it said nothing");
        kept(say("since", ICU, 1, 16, new Filing(null, null, newer)));
        assertEquals(1, reported("since", ICU), "older lines put right do not stand in the way");
    }

    @Test
    void a_correction_names_a_line_of_its_own_that_stands() {
        long theirs = begin("mine");
        long mine = begin("yours");
        assertEquals(new Filed.NothingToCorrect(), await(say("yours", ICU, 1, 1, new Filing(null, null, theirs))));
        assertEquals(
                new Filed.NothingToCorrect(), await(say("yours", ICU, 1, 1, new Filing(null, null, Long.MAX_VALUE))));

        List<Filed> told = List.of(
                        say("yours", ICU, 1, 1, new Filing(null, null, mine)),
                        say("yours", ICU, 2, 1, new Filing(null, null, mine)))
                .stream()
                .map(TestShell::await)
                .toList();
        long correction = told.stream()
                .filter(Filed.Kept.class::isInstance)
                .map(filed -> ((Filed.Kept) filed).id())
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of(new Filed.Kept(correction), new Filed.CorrectedAlready(correction)), Set.copyOf(told));
    }

    private static long begin(String hospital) {
        shell.hospital(hospital, 9);
        return history(hospital).get(0).id();
    }

    private static Future<Filed> say(String hospital, BedKind kind, int beds, long minute, Filing filing) {
        return shell.hospitals.report(
                new CapacityReport(
                        hospital, Map.of(kind, beds), Map.of(), null, null, "nurse", ReportSource.PAGE, minute(minute)),
                filing);
    }

    private static long kept(Future<Filed> filed) {
        return assertInstanceOf(Filed.Kept.class, await(filed)).id();
    }

    private static List<CapacityEntry> history(String hospital) {
        return await(shell.hospitals.listReports(hospital, 100));
    }

    private static List<Long> ids(List<CapacityEntry> entries) {
        return entries.stream().map(CapacityEntry::id).toList();
    }

    private static Capacity capacity(String hospital) {
        return await(shell.hospitals.find(hospital)).orElseThrow().capacity();
    }

    private static @Nullable Integer reported(String hospital, BedKind kind) {
        return capacity(hospital).findBeds(kind).map(count -> count.reported()).orElse(null);
    }
}
