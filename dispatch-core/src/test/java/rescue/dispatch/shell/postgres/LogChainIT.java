package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.shell.postgres.TestShell.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever gets round the triggers as the owner of the tables is found out all the same, and the line is named. */
class LogChainIT {

    private TestShell shell;
    private UUID incident;

    @BeforeEach
    void four_lines() {
        shell = new TestShell();
        shell.hospital("H", 2);
        incident = shell.opened().id();
        shell.send(incident, shell.unit("U-1"), "H", null);
        shell.send(incident, shell.unit("U-2"), "H", null);
        shell.send(incident, shell.unit("U-3"), "H", null);
        shell.opened();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | SELECT 1 | ",
                "a word is altered | UPDATE incident_event SET body = jsonb_set(body, ARRAY['unitId'], to_jsonb('U-9'::text)) WHERE version = 2 | 2",
                "another wrote it | UPDATE incident_event SET written_by = 'nobody' WHERE version = 3 | 3",
                "an hour later | UPDATE incident_event SET written_at = written_at + interval '1 h' WHERE version = 4 | 4",
                "one is taken out | DELETE FROM incident_event WHERE version = 3 | 4",
                "its link is forgotten | UPDATE incident_event SET link = NULL WHERE version = 3 | 3 4",
                "two change places | UPDATE incident_event SET version = 10 - version WHERE version IN (3, 4) | 6 7"
            })
    void what_was_done_to_the_log_is_named(String what, String done, String lines) {
        await(shell.pool
                .query("ALTER TABLE incident_event DISABLE TRIGGER USER")
                .execute()
                .compose(off -> shell.pool
                        .query(done + (done.startsWith("SELECT") ? "" : " AND incident_id = '" + incident + "'"))
                        .execute()));
        List<String> named = await(shell.pool
                .query("SELECT incident_id, version FROM event_chain_breaks ORDER BY version")
                .execute()
                .map(rows -> Rows.list(rows, row -> row.getUUID("incident_id") + " " + row.getLong("version"))));
        List<String> expected = lines == null
                ? List.of()
                : List.of(lines.split(" ")).stream()
                        .map(line -> incident + " " + line)
                        .toList();
        assertEquals(expected, named);
    }
}
