package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.port.Handovers.Handover;
import rescue.dispatch.port.Handovers.OpenThen;

/** Shift handovers on a real PostgreSQL. */
class PgHandoversIT {

    private static TestShell shell;
    private static PgHandovers handovers;

    @BeforeAll
    static void open() {
        shell = new TestShell();
        handovers = new PgHandovers(shell.pool);
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void it_keeps_what_was_open_then_whatever_becomes_of_it() {
        Incident later = shell.opened();
        Incident urgent = shell.opened();
        Incident over = shell.opened();
        shell.append(urgent.id(), new IncidentRevised(Priority.P1, null, null, null, null, NOW, "operator"));
        shell.append(over.id(), new IncidentClosed(Disposition.FALSE_ALARM, null, NOW, "operator"));

        Handover written = await(handovers.write(UUID.randomUUID(), "xe LC-03 hỏng phanh", "operator", minute(480)));
        List<UUID> open = written.open().stream().map(OpenThen::incidentId).toList();
        assertTrue(open.indexOf(urgent.id()) >= 0 && open.indexOf(urgent.id()) < open.indexOf(later.id()));
        assertFalse(open.contains(over.id()));
        assertEquals(
                urgent.number(), written.open().get(open.indexOf(urgent.id())).number());

        shell.append(urgent.id(), new IncidentClosed(Disposition.TRANSPORTED, null, NOW, "operator"));
        assertEquals(Optional.of(written), await(handovers.find(written.id())));
        assertEquals("xe LC-03 hỏng phanh", written.note());
        assertEquals(minute(480), written.at());
        assertNull(written.acceptedBy());
    }

    @Test
    void of_many_who_take_over_exactly_one_is_the_first() {
        UUID id = await(handovers.write(UUID.randomUUID(), "ca đêm", "one", minute(481)))
                .id();
        List<Future<Boolean>> presses = Stream.of("two", "three", "four", "five", "six")
                .map(who -> handovers.accept(id, who, minute(482)))
                .toList();
        assertEquals(1, presses.stream().filter(press -> await(press)).count());
        String first = await(handovers.find(id)).orElseThrow().acceptedBy();
        assertFalse(await(handovers.accept(id, "late", minute(500))));
        assertEquals(first, await(handovers.find(id)).orElseThrow().acceptedBy());
        assertFalse(await(handovers.accept(UUID.randomUUID(), "nobody's", NOW)));
    }

    @Test
    void they_are_listed_newest_first() {
        UUID older = await(handovers.write(UUID.randomUUID(), "cũ", "one", minute(900)))
                .id();
        UUID newer = await(handovers.write(UUID.randomUUID(), "mới", "one", minute(901)))
                .id();
        assertEquals(
                List.of(newer, older),
                await(handovers.list(2)).stream().map(Handover::id).toList());
    }

    @Test
    void the_desk_hears_of_writing_and_of_taking_over_once_each() {
        await(shell.pool.query("TRUNCATE change").execute());
        UUID id = await(handovers.write(UUID.randomUUID(), "ca ngày", "one", minute(700)))
                .id();
        await(handovers.accept(id, "two", minute(701)));
        await(handovers.accept(id, "three", minute(702)));
        assertEquals(2L, shell.value("SELECT count(*) FROM change WHERE kind = 'handover' AND subject = '" + id + "'"));
    }

    @Test
    void what_was_written_can_be_neither_changed_nor_deleted() {
        await(handovers.accept(
                await(handovers.write(UUID.randomUUID(), "giữ nguyên", "one", minute(600)))
                        .id(),
                "two",
                minute(601)));
        for (String sql : List.of(
                "UPDATE shift_handover SET note = ''",
                "DELETE FROM shift_handover",
                "UPDATE shift_handover_acceptance SET accepted_by = 'me'",
                "DELETE FROM shift_handover_acceptance")) {
            AssertionError refused = assertThrows(
                    AssertionError.class, () -> await(shell.pool.query(sql).execute()));
            assertTrue(refused.getMessage().contains("is append-only"), refused::getMessage);
        }
    }
}
