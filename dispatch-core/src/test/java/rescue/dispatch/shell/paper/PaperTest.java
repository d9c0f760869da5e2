package rescue.dispatch.shell.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.shell.paper.PaperBoards.Board;
import rescue.dispatch.shell.phrases.Language;

/** The paper, from boards that the test holds in its hand to the files in a folder. */
class PaperTest {

    private static final Instant NOW = Instant.parse("2026-11-25T20:05:07Z"); // 03:05:07 in the province

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Hand hand = new Hand();
    private Instant now = NOW;

    private final PaperPress press = new PaperPress(
            vertx,
            new PaperSource(hand, hand.memory, () -> now),
            new PaperPress.Imprint("node-2", false, "115", ZoneId.of("Asia/Ho_Chi_Minh")),
            () -> now);
    private PaperJob job;

    @BeforeEach
    void open() {
        job = new PaperJob(vertx, press, folder, () -> now);
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void says_who_is_where_and_by_which_number_each_is_reached() throws Exception {
        write();
        for (String text : List.of(html(), pdf())) {
            for (String said : List.of(
                    "Bảng tình hình cấp cứu",
                    "In lúc 03:05:07 26/11/2026 · máy node-2",
                    "LC-2026-00042",
                    "QL4D Km76+650",
                    "đèo Ô Quy Hồ, thửa ruộng phía dưới",
                    "22.36120, 103.77410",
                    "0912 345 678",
                    "Lai Châu 1: đang tới → Bệnh viện Đa khoa tỉnh Lai Châu",
                    "0213 3876 543",
                    "đang đông, gọi trước",
                    "Ghi tay tiếp từ đây")) {
                assertTrue(squeezed(text).contains(squeezed(said)), () -> "not on it: " + said + "\n" + text);
            }
            assertFalse(text.contains("CHÚ Ý"), "all of it was read just now");
        }
        assertEquals("UP", job.health().getString("status"));
    }

    @Test
    void needs_nothing_else() throws Exception {
        write();
        assertFalse(Pattern.compile("(src|href|url\\(|@import|https?:)(?!//www.w3.org/1999/xhtml)")
                .matcher(html().replace("http://www.w3.org/1999/xhtml", ""))
                .find());
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(folder.resolve("board.pdf")))) {
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(font).isEmbedded(), font::toString);
                }
            }
        }
    }

    @Test
    void has_every_letter_of_vietnamese() throws Exception {
        String letters = "ạảãàáâậầấẩẫăắằặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ";
        hand.hospitals.get(0).put("name", letters + letters.toUpperCase(java.util.Locale.forLanguageTag("vi")));
        write();
        String pdf = squeezed(pdf());
        letters.codePoints().forEach(letter -> assertTrue(pdf.indexOf(letter) >= 0, () -> Character.toString(letter)));
    }

    /** Anybody may have said anything; nothing of it may cost us the paper, or run where it is opened. */
    @Test
    void what_people_said_is_only_text() throws Exception {
        String nasty =
                "<script>alert(1)</script> & \"'> <img src=x onerror=alert(1)> ]]> \u0000\u0008\uFFFF \uD800 {at} 🚑";
        hand.incidents.get(0).getJsonObject("place").getJsonObject("located").put("label", nasty);
        hand.incidents.get(0).put("kind", nasty).put(PaperSource.PHONES, new JsonArray().add(nasty));
        write();
        assertFalse(html().contains("<script"));
        assertFalse(html().contains("<img"));
        assertTrue(squeezed(pdf()).contains("<script>alert(1)</script>"));
    }

    @Test
    void without_the_database_it_says_what_the_nodes_know_and_of_when_with_the_numbers_of_the_last_paper()
            throws Exception {
        write();
        now = NOW.plusSeconds(300);
        hand.isAway = true;
        JsonObject later = hand.incidents.get(0).copy().put("priority", "P2");
        later.remove(PaperSource.PHONES);
        hand.memory.incidents = Optional.of(new Board(NOW.plusSeconds(120), List.of(later), false));
        hand.memory.waiting = Optional.of(new Board(
                now,
                List.of(new JsonObject()
                        .put("receivedAt", "2026-11-25T20:09:00Z")
                        .put("kind", "LANDSLIDE")
                        .put("place", new JsonObject().put("placeText", "bản Nà Lùng"))
                        .put("reporterPhone", "0987 000 111")),
                false));
        write();
        String html = html();
        assertTrue(html.contains("CHÚ Ý"));
        assertTrue(html.contains("có phần từ 03:05:07 26/11/2026"), "units and hospitals are those of the last paper");
        assertTrue(html.contains("theo số liệu lúc 03:07:07 26/11/2026"), "incidents are newer");
        assertTrue(html.contains("P2"));
        assertTrue(html.contains("0912 345 678"), "the caller's number is not forgotten");
        assertTrue(html.contains("Tin báo chưa vào được hệ thống (1)"));
        assertTrue(html.contains("bản Nà Lùng"));
        assertTrue(html.contains("0987 000 111"));
        assertTrue(html.indexOf("bản Nà Lùng") < html.indexOf("LC-2026-00042"), "what nobody has seen yet comes first");
        assertEquals(NOW.toString(), job.health().getString("asOf"));
    }

    @Test
    void a_node_that_knows_nothing_leaves_the_last_paper_where_it_lies() throws Exception {
        Files.writeString(folder.resolve("board.html"), "the one from before");
        hand.isAway = true;
        write();
        assertEquals("the one from before", html());
        assertEquals("DEGRADED", job.health().getString("status"));
    }

    @Test
    void what_was_never_finished_is_cleared_away_and_the_files_are_not_for_everybody() throws Exception {
        Files.writeString(folder.resolve("board.html123.part"), "half of it");
        job.start();
        await(job.write());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("board.html", "board.pdf"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                "rw-r-----",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("board.html"))));
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_of() throws Exception {
        Path file = folder.resolve("a-file");
        Files.writeString(file, "in the way");
        var hindered = new PaperJob(vertx, press, file, () -> now);
        await(hindered.write());
        assertEquals("DEGRADED", hindered.health().getString("status"));
        assertTrue(hindered.health().getString("failure").contains("a-file"));
    }

    @Test
    void two_papers_missed_are_told_of() {
        write();
        now = NOW.plusSeconds(12 * 60);
        assertEquals("DEGRADED", job.health().getString("status"));
    }

    @Test
    void in_english_for_who_asks() {
        String html = await(press.print(Language.EN)).orElseThrow().html().toString();
        assertTrue(html.contains("Printed at 03:05:07 26/11/2026 · node node-2"));
    }

    private void write() {
        await(job.write());
    }

    private String html() throws IOException {
        return Files.readString(folder.resolve("board.html"));
    }

    private String pdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(folder.resolve("board.pdf")))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Lines break where the cell ends. */
    private static String squeezed(String text) {
        return text.replace("&#39;", "'").replaceAll("\\s+", "");
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Boards in the hand of the test, and a database that can be away. */
    private static final class Hand implements PaperSource.Reading {

        private final List<JsonObject> incidents = List.of(new JsonObject("""
                {"id": "i1", "number": "LC-2026-00042", "priority": "P1", "openedAt": "2026-11-25T19:58:00Z",
                 "kind": "TRAFFIC_COLLISION", "injured": 2, "dead": 0, "trapped": 1, "patients": [{"triage": "RED"}],
                 "place": {"told": [], "located": {"lat": 22.3612, "lon": 103.7741,
                           "roadKm": {"road": "QL4D", "km": 76.65}, "label": "đèo Ô Quy Hồ, thửa ruộng phía dưới"}},
                 "phones": ["0912 345 678"],
                 "assignments": [{"unitId": "LC-01", "callSign": "Lai Châu 1", "status": "EN_ROUTE",
                                  "hospitalName": "Bệnh viện Đa khoa tỉnh Lai Châu"}]}
                """));
        private final List<JsonObject> units = List.of(new JsonObject("""
                {"id": "LC-01", "callSign": "Lai Châu 1", "stationName": "Trạm cấp cứu", "status": "EN_ROUTE", "onDuty": true,
                 "capabilities": ["ALS", "BLS"], "position": {"lat": 22.4, "lon": 103.5, "at": "2026-11-25T20:04:50Z"}}
                """));
        private final List<JsonObject> hospitals = List.of(new JsonObject("""
                {"id": "BV01", "name": "Bệnh viện Đa khoa tỉnh Lai Châu", "phone": "0213 3876 543", "emsTraffic": "ADVISORY",
                 "beds": {"ICU": {"available": 4, "held": 1, "free": 3}}, "services": {"CT": true},
                 "capacity": {"reportedAt": "2026-11-25T19:00:00Z"}}
                """));
        private final Known memory = new Known();
        private boolean isAway;

        private Future<List<JsonObject>> unlessAway(List<JsonObject> rows) {
            return isAway ? Future.failedFuture("connection refused") : Future.succeededFuture(rows);
        }

        @Override
        public Future<List<JsonObject>> incidents() {
            return unlessAway(incidents);
        }

        @Override
        public Future<List<JsonObject>> units() {
            return unlessAway(units);
        }

        @Override
        public Future<List<JsonObject>> hospitals() {
            return unlessAway(hospitals);
        }

        @Override
        public Future<List<JsonObject>> roadClosures() {
            return Future.succeededFuture(List.of());
        }
    }

    /** What the nodes know. */
    private static final class Known implements PaperSource.Memory {

        private Optional<Board> incidents = Optional.empty();
        private Optional<Board> waiting = Optional.empty();

        @Override
        public Optional<Board> incidents() {
            return incidents;
        }

        @Override
        public Optional<Board> units() {
            return Optional.empty();
        }

        @Override
        public Optional<Board> hospitals() {
            return Optional.empty();
        }

        @Override
        public Optional<Board> waiting() {
            return waiting;
        }
    }
}
