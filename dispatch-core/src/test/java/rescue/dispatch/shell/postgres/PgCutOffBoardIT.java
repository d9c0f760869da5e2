package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.minute;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.road.CutOffPlace;
import rescue.dispatch.road.WatchedPlace;
import rescue.dispatch.road.WatchedPlace.Kind;

/** The cut-off places on a real PostgreSQL. */
class PgCutOffBoardIT {

    private static final WatchedPlace SIN_HO = new WatchedPlace(Kind.COMMUNE, "3478", "Sìn Hồ", SCENE);
    private static final WatchedPlace MUONG_TE = new WatchedPlace(Kind.COMMUNE, "3433", "Mường Tè", SCENE);
    private static final List<UUID> SLIDE = List.of(id("slide"));

    private static TestShell shell;

    private final PgCutOffBoard board = new PgCutOffBoard(shell.pool);

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @BeforeEach
    void nothing_is_cut_off() {
        await(shell.pool.query("TRUNCATE cut_off_place, change").execute());
        await(shell.pool.query("UPDATE cut_off_state SET roads_version = 0").execute());
    }

    @Test
    void what_is_cut_off_is_kept_with_its_reason_and_told_once() {
        await(board.replace(5, List.of(SIN_HO), SLIDE, minute(1)));
        await(board.replace(5, List.of(SIN_HO), SLIDE, minute(2))); // another node

        assertEquals(List.of(new CutOffPlace(SIN_HO, minute(1), SLIDE)), await(board.list()));
        assertEquals(1, told());
    }

    @Test
    void what_stays_cut_off_keeps_its_time_and_reason() {
        await(board.replace(5, List.of(SIN_HO), SLIDE, minute(1)));
        await(board.replace(6, List.of(MUONG_TE, SIN_HO), List.of(id("other")), minute(9)));

        assertEquals(
                List.of(
                        new CutOffPlace(MUONG_TE, minute(9), List.of(id("other"))),
                        new CutOffPlace(SIN_HO, minute(1), SLIDE)),
                await(board.list()));
        assertEquals(2, told());
    }

    @Test
    void a_change_of_the_roads_that_cuts_nobody_off_is_no_news() {
        await(board.replace(5, List.of(SIN_HO), SLIDE, minute(1)));
        await(board.replace(6, List.of(SIN_HO), List.of(), minute(2)));

        assertEquals(1, told());
    }

    @Test
    void what_is_reached_again_is_off_the_board() {
        await(board.replace(5, List.of(SIN_HO, MUONG_TE), SLIDE, minute(1)));
        await(board.replace(6, List.of(), List.of(), minute(2)));

        assertEquals(List.of(), await(board.list()));
        assertEquals(2, told());
    }

    @Test
    void a_node_that_lags_behind_changes_nothing() {
        await(board.replace(6, List.of(), List.of(), minute(2)));
        await(board.replace(5, List.of(SIN_HO), SLIDE, minute(1)));

        assertEquals(List.of(), await(board.list()));
        assertEquals(0, told());
    }

    @Test
    void a_scene_is_on_the_board_only_while_its_incident_is_open() {
        var nobodys = new WatchedPlace(Kind.SCENE, id("closed").toString(), "2026-000009", SCENE);
        await(board.replace(5, List.of(nobodys), SLIDE, minute(1)));

        assertEquals(List.of(), await(board.list()));
    }

    private static long told() {
        return await(shell.pool
                        .query("SELECT count(*) AS told FROM change WHERE kind = 'cut-off'")
                        .execute())
                .iterator()
                .next()
                .getLong("told");
    }
}
