package rescue.dispatch.shell.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.road.RoadKm;

/** The disk under the alerts: what was acknowledged is there after anything, and what was not is no harm. */
class AlertSpoolTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void what_was_kept_is_on_the_disk_word_for_word() throws Exception {
        var alert = alert(
                "k1",
                new ToldPlace(
                        22.39,
                        Double.POSITIVE_INFINITY,
                        12.5,
                        new RoadKm("ĐT130", 76.65),
                        "7PP395R6+2X",
                        "chân đèo\n\"Ô Quy Hồ\""));
        await(AlertSpool.open(vertx, folder).keep(alert));

        assertEquals(List.of(alert), open(asAfterAPowerCut()).listOldest(9));
    }

    @Test
    void the_oldest_come_first_also_after_a_restart() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        for (int i = 0; i < 20; i++) {
            await(spool.keep(alert("k" + i)));
        }
        assertEquals(
                IntStream.range(0, 5).mapToObj(i -> "k" + i).toList(),
                keys(open(asAfterAPowerCut()).listOldest(5)));
    }

    @Test
    void one_key_is_one_alert_however_many_send_it_at_once() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        List<Future<WaitingAlert>> all =
                IntStream.range(0, 50).mapToObj(i -> spool.keep(alert("same"))).toList();
        Set<String> codes = new java.util.HashSet<>();
        for (Future<WaitingAlert> each : all) {
            codes.add(await(each).trackingCode());
        }
        codes.add(await(spool.keep(alert("same"))).trackingCode());

        assertEquals(1, codes.size(), "everybody was given the same code");
        assertEquals(1, spool.count());
        assertEquals(codes, codes(open(asAfterAPowerCut())));
    }

    @Test
    void a_storm_is_written_in_batches() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        List<Future<WaitingAlert>> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            all.add(spool.keep(alert("storm " + i)));
        }
        await(Future.all(all));

        assertEquals(5_000, open(asAfterAPowerCut()).count());
        assertTrue(files(folder).size() > 1, "a file that has grown is left to be emptied");
    }

    @Test
    void a_file_goes_when_all_in_it_are_entered_and_not_before() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        WaitingAlert one = await(spool.keep(alert("one")));
        WaitingAlert other = await(spool.keep(alert("other")));
        await(spool.done(one));
        assertEquals(1, files(folder).size());
        assertEquals(1, spool.count());
        await(spool.done(other));
        assertEquals(List.of(), files(folder));

        await(spool.keep(alert("next")));
        assertEquals(Set.of("next"), Set.copyOf(keys(open(asAfterAPowerCut()).listOldest(9))));
    }

    /** A node that is killed every half minute would otherwise begin at the first of ten thousand each time, and never end. */
    @Test
    void what_was_entered_before_a_node_died_is_not_entered_again() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        for (String key : List.of("one", "two", "three")) {
            await(spool.keep(alert(key)));
        }
        await(spool.done(spool.listOldest(1).get(0)));
        Path died = asAfterAPowerCut();
        AlertSpool next = open(died);
        assertEquals(List.of("two", "three"), keys(next.listOldest(9)));
        await(next.done(next.listOldest(1).get(0)));
        assertEquals(List.of("three"), keys(open(copyOf(died)).listOldest(9)));

        Path marks = died.resolve(files(died).get(0).getFileName() + ".entered");
        Files.writeString(
                marks, Files.readString(marks).substring(0, 50)); // the second mark was lost on the way to the disk
        assertEquals(List.of("two", "three"), keys(open(copyOf(died)).listOldest(9)));
        Files.delete(marks);
        assertEquals(List.of("one", "two", "three"), keys(open(copyOf(died)).listOldest(9)));
    }

    @Test
    void half_a_line_at_the_end_was_never_acknowledged_and_is_no_harm() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        await(spool.keep(alert("whole")));
        Path copy = asAfterAPowerCut();
        Path file = files(copy).get(0);
        String line = Files.readString(file);
        for (int cut = 0; cut < line.length(); cut += 7) {
            Files.writeString(file, line + line.substring(0, cut));
            assertEquals(List.of("whole"), keys(open(copyOf(copy)).listOldest(9)), "cut after " + cut);
        }
    }

    @Test
    void a_line_that_rotted_on_the_disk_costs_that_line_and_is_kept_for_a_person() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        await(spool.keep(alert("first")));
        await(spool.keep(alert("second")));
        await(spool.keep(alert("third")));
        Path copy = asAfterAPowerCut();
        Path file = files(copy).get(0);
        Files.writeString(file, Files.readString(file).replace("\"second\"", "\"sekond\""));

        assertEquals(List.of("first", "third"), keys(open(copy).listOldest(9)));
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        assertTrue(Files.readString(aside).contains("sekond"), "the whole file is there to be read");
    }

    @Test
    void what_a_living_process_holds_is_left_to_it() throws Exception {
        AlertSpool alive = AlertSpool.open(vertx, folder);
        await(alive.keep(alert("mine")));
        AlertSpool beside = AlertSpool.open(vertx, folder);

        assertEquals(0, beside.count());
        await(beside.lookForOrphans());
        assertEquals(0, beside.count());
        assertEquals(1, alive.count());
    }

    @Test
    void what_a_node_that_died_left_is_found_without_a_restart() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        await(spool.keep(alert("mine")));
        Path elsewhere = copyOf(folder);
        AlertSpool other = AlertSpool.open(vertx, Files.createDirectories(folder.resolve("other")));
        for (Path file : files(elsewhere)) {
            Files.copy(file, folder.resolve("other").resolve(file.getFileName()));
        }
        await(other.lookForOrphans());

        assertEquals(List.of("mine"), keys(other.listOldest(9)));
    }

    @Test
    void a_disk_that_takes_nothing_is_said_and_forgiven_when_it_does_again() throws Exception {
        AlertSpool spool = AlertSpool.open(vertx, folder);
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        var failure = assertThrows(ExecutionException.class, () -> await(spool.keep(alert("lost"))));
        assertInstanceOf(SpoolFull.class, failure.getCause());
        assertEquals(0, spool.count());

        Files.move(away, folder);
        await(spool.keep(alert("lost")));
        assertEquals(List.of("lost"), keys(open(asAfterAPowerCut()).listOldest(9)));
    }

    /** What another process would find if this one were dead: nothing but what has reached the files. */
    private Path asAfterAPowerCut() throws IOException {
        return copyOf(folder);
    }

    private static Path copyOf(Path from) throws IOException {
        Path copy = Files.createTempDirectory("spool-copy-");
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.write(copy.resolve(file.getFileName()), Files.readAllBytes(file), StandardOpenOption.CREATE_NEW);
            }
        }
        return copy;
    }

    private AlertSpool open(Path copy) throws IOException {
        return AlertSpool.open(vertx, copy);
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.filter(file -> file.toString().endsWith(SpoolFile.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> keys(List<WaitingAlert> alerts) {
        return alerts.stream().map(alert -> alert.key().key()).toList();
    }

    private static Set<String> codes(AlertSpool spool) {
        return spool.listOldest(99).stream().map(WaitingAlert::trackingCode).collect(Collectors.toSet());
    }

    private static WaitingAlert alert(String key) {
        return alert(key, ToldPlace.NONE);
    }

    private static WaitingAlert alert(String key, ToldPlace place) {
        UUID id = UUID.nameUUIDFromBytes((key + System.nanoTime()).getBytes(StandardCharsets.UTF_8));
        return new WaitingAlert(
                id,
                "code-" + id,
                new IdempotencyKey(key, "hash of " + key),
                new ReceiveAlert.Told(
                        AlertSource.APP, "LANDSLIDE", place, 2, null, 1, "sạt lở, kêu cứu", "0912 345 678"),
                "public",
                Instant.parse("2026-07-02T09:30:00.123Z"));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
