package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentAcknowledged;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.NoteAdded;

/** What is remembered of the queue is never anything else than what the log says at that moment. */
class OpenIncidentsIT {

    private static final int ALL = 1_000;

    private static TestShell shell;

    @BeforeAll
    static void open() {
        shell = new TestShell();
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    /** One that has lists behind it, beside one that remembers nothing. */
    private final OpenIncidents remembering = new OpenIncidents(shell.pool);

    private static List<Incident> fromTheBeginning(int limit) {
        return await(new OpenIncidents(shell.pool).list(limit));
    }

    private void agrees(String when) {
        assertEquals(fromTheBeginning(ALL), await(remembering.list(ALL)), when);
    }

    private static IncidentRevised urgency(Priority priority) {
        return new IncidentRevised(priority, null, null, null, null, NOW, "operator");
    }

    @Test
    void what_any_node_has_written_is_in_the_next_list() {
        UUID id = shell.opened().id();
        agrees("opened");
        shell.append(id, new NoteAdded("rain", NOW, "operator"));
        agrees("noted");
        shell.append(id, new IncidentClosed(Disposition.FALSE_ALARM, null, NOW, "operator"));
        agrees("closed");
        shell.append(id, new IncidentReopened("not over", NOW, "operator"));
        agrees("reopened");
        assertTrue(
                await(remembering.list(ALL)).stream().anyMatch(open -> open.id().equals(id)));
    }

    /** Drawn at random; the seed is in the message. */
    @Test
    void whatever_happens_in_whatever_order_a_list_with_memory_is_a_list_without() {
        for (long seed = 0; seed < 3; seed++) {
            Random chance = new Random(seed);
            List<UUID> incidents = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                if (incidents.isEmpty() || chance.nextInt(6) == 0) {
                    incidents.add(shell.opened().id());
                } else {
                    UUID id = incidents.get(chance.nextInt(incidents.size()));
                    shell.append(id, next(shell.incident(id), chance));
                }
                if (chance.nextInt(3) == 0) {
                    int limit = chance.nextBoolean() ? ALL : 1 + chance.nextInt(5);
                    assertEquals(
                            fromTheBeginning(limit),
                            await(remembering.list(limit)),
                            "seed " + seed + ", step " + step + ", limit " + limit);
                }
            }
        }
    }

    private static IncidentEvent next(Incident incident, Random chance) {
        if (!incident.isOpen()) {
            return new IncidentReopened("not over", NOW, "operator");
        }
        return switch (chance.nextInt(4)) {
            case 0 -> new IncidentClosed(Disposition.FALSE_ALARM, null, NOW, "operator");
            case 1 -> urgency(Priority.values()[chance.nextInt(4)]);
            case 2 -> new IncidentAcknowledged(NOW, "operator");
            default -> new NoteAdded("note " + chance.nextInt(), NOW, "operator");
        };
    }

    @Test
    void many_lists_at_once_while_it_is_written_to_are_each_no_older_than_their_question() {
        UUID id = shell.opened().id();
        for (int round = 0; round < 40; round++) {
            List<Future<List<Incident>>> before = List.of(remembering.list(ALL), remembering.list(ALL));
            shell.append(id, new NoteAdded("round " + round, NOW, "operator"));
            long written = shell.incident(id).version();
            List<Future<List<Incident>>> after = List.of(remembering.list(ALL), remembering.list(ALL));
            before.forEach(TestShell::await);
            for (Future<List<Incident>> list : after) {
                long seen = await(list).stream()
                        .filter(open -> open.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .version();
                assertEquals(written, seen);
            }
        }
    }

    /** As after a restored backup, or a failover to a replica that had not heard of the last event. */
    @Test
    void an_event_that_the_database_has_lost_is_forgotten_and_the_one_in_its_place_is_read() {
        UUID id = shell.opened().id();
        shell.append(id, new NoteAdded("lost in the failover", NOW, "operator"));
        agrees("before");
        await(shell.pool
                .query("ALTER TABLE incident_event DISABLE TRIGGER incident_event_is_append_only")
                .execute());
        await(shell.pool
                .query("DELETE FROM incident_event WHERE incident_id = '" + id + "' AND version = 2")
                .execute());
        await(shell.pool
                .query("ALTER TABLE incident_event ENABLE TRIGGER incident_event_is_append_only")
                .execute());
        await(shell.pool
                .query("UPDATE incident SET version = 1 WHERE id = '" + id + "'")
                .execute());
        agrees("lost");
        shell.append(id, new NoteAdded("written since", NOW, "operator"));
        agrees("another in its place");
    }

    @Test
    void what_is_over_is_forgotten() {
        UUID id = shell.opened().id();
        await(remembering.list(ALL));
        int before = remembering.countRemembered();
        shell.append(id, new IncidentClosed(Disposition.FALSE_ALARM, null, NOW, "operator"));
        await(remembering.list(ALL));
        assertEquals(before - 1, remembering.countRemembered());
    }
}
