package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many consoles read the boards at once and share what is read; nobody ever sees less than he has been told before. */
@ExtendWith(Province.class)
class FreshBoardsIT {

    private static final int CONSOLES = 12;

    private static final int WRITES = 25;

    private static final List<String> BOARDS = List.of("/incidents", "/units", "/hospitals", "/road-closures");

    private final ServerProcess server;
    private final Desk desk;
    private final ExecutorService consoles = Executors.newFixedThreadPool(CONSOLES);
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final List<Future<?>> reading = new ArrayList<>();
    private String id = "";

    FreshBoardsIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @BeforeEach
    void consoles_read_every_board_without_a_pause() {
        id = desk.hears("QL12", 44.4, 1).getString("incidentId");
        for (int i = 0; i < CONSOLES; i++) {
            String board = BOARDS.get(i % BOARDS.size());
            reading.add(consoles.submit(() -> {
                while (goOn.get()) {
                    desk.get(board).expect(200);
                }
            }));
        }
    }

    @AfterEach
    void they_rest() throws Exception {
        goOn.set(false);
        for (Future<?> each : reading) {
            each.get(60, TimeUnit.SECONDS);
        }
        consoles.shutdown();
        desk.closes(id);
    }

    @Test
    void what_was_answered_is_on_the_queue() {
        for (int write = 0; write < WRITES; write++) {
            long written = desk.post("/incidents/" + id + "/notes", new JsonObject().put("text", "lần " + write))
                    .expect(200)
                    .getLong("version");
            assertTrue(row("/incidents", "incidents", id).getLong("version") >= written, "note " + write);
        }
    }

    @Test
    void what_was_answered_is_on_the_board_of_units() {
        Crew crew = Crew.of(server, "LC-02");
        for (int write = 0; write < WRITES; write++) {
            boolean onDuty = write % 2 == 1;
            crew.put("/units/LC-02/duty", new JsonObject().put("onDuty", onDuty))
                    .expect(200);
            assertEquals(onDuty, row("/units", "units", "LC-02").getBoolean("onDuty"), "duty " + write);
        }
        crew.put("/units/LC-02/duty", new JsonObject().put("onDuty", true)).expect(200);
    }

    @Test
    void what_was_answered_is_on_the_board_of_hospitals() {
        Ward ward = Ward.of(server, "TTYT03");
        int before = beds(row("/hospitals", "hospitals", "TTYT03"));
        for (int write = 0; write < WRITES; write++) {
            ward.has(before + write % 3, "EMERGENCY");
            assertEquals(before + write % 3, beds(row("/hospitals", "hospitals", "TTYT03")), "report " + write);
        }
        ward.has(before, "EMERGENCY");
        assertEquals(
                List.of("TTYT03"),
                Heard.all(ward.get("/hospitals").expect(200), "hospitals").stream()
                        .map(hospital -> hospital.getString("id"))
                        .toList(),
                "a hospital sees itself, whoever reads beside it");
    }

    @Test
    void what_was_answered_is_on_the_list_of_road_closures() {
        for (int write = 0; write < 5; write++) {
            String closure = desk.closesRoad("QL12", 60, 61, "sạt lở lần " + write);
            assertTrue(row("/road-closures", "roadClosures", closure).getBoolean("inForce"));
            desk.opensRoad(closure);
            assertTrue(rows("/road-closures", "roadClosures").stream()
                    .noneMatch(each -> each.getString("id").equals(closure)));
        }
    }

    private static int beds(JsonObject hospital) {
        return hospital.getJsonObject("beds").getJsonObject("EMERGENCY").getInteger("available");
    }

    private JsonObject row(String board, String name, String wanted) {
        return rows(board, name).stream()
                .filter(each -> each.getString("id").equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> rows(String board, String name) {
        return Heard.all(desk.get(board).expect(200), name);
    }
}
