package rescue.dispatch.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.AvlFix;

/** At most one message a second for each screen, and never an older place after a newer one. */
final class LivePositionsTest {

    private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
    private final List<Runnable> pauses = new ArrayList<>();
    private final LivePositions positions = new LivePositions(listeners, pauses::add);

    private final Screen desk = new Screen(Role.OPERATOR, null);
    private final Screen crew = new Screen(Role.CREW, "A1");

    private void aSecondPasses() {
        assertEquals(1, pauses.size());
        pauses.remove(0).run();
    }

    private void moves(String unit, long minute) {
        positions.moved(
                unit, new AvlFix(new LatLon(22, 103 + minute / 100.0), Samples.minute(minute), null, null, null));
    }

    @Test
    void the_first_is_told_at_once_and_the_next_ones_together_with_the_newest_of_each() {
        moves("A1", 1);
        moves("A1", 2);
        moves("A2", 2);
        moves("A1", 3);
        assertEquals(List.of("A1@1"), desk.heard());
        aSecondPasses();
        assertEquals(List.of("A1@1", "A1@3 A2@2"), desk.heard());
        aSecondPasses();
        assertTrue(pauses.isEmpty(), "nobody moves: nothing is told, and nothing waits to be");
        moves("A2", 9);
        assertEquals(List.of("A1@1", "A1@3 A2@2", "A2@9"), desk.heard());
    }

    @Test
    void a_crew_hears_of_itself_alone() {
        moves("A1", 1);
        moves("A2", 2);
        aSecondPasses();
        moves("A1", 3);
        moves("A2", 3);
        aSecondPasses();
        assertEquals(List.of("A1@1", "A1@3"), crew.heard());
    }

    @Test
    void a_fix_that_comes_late_is_not_told_after_a_newer_one() {
        moves("A1", 5);
        moves("A1", 4);
        aSecondPasses();
        moves("A1", 3);
        assertEquals(List.of("A1@5"), desk.heard());
        moves("A1", 6);
        assertEquals(List.of("A1@5", "A1@6"), desk.heard());
    }

    @Test
    void the_whole_desk_is_sent_the_same_words_written_once() {
        Screen other = new Screen(Role.SUPERVISOR, null);
        moves("A1", 1);
        moves("A2", 1);
        aSecondPasses();
        assertSame(desk.messages.get(1), other.messages.get(1));
    }

    @Test
    void who_has_not_taken_the_last_message_is_sent_the_newest_of_each_when_it_has() {
        desk.slow();
        moves("A1", 1);
        moves("A1", 2);
        aSecondPasses();
        moves("A2", 3);
        aSecondPasses();
        moves("A1", 4);
        aSecondPasses();
        assertEquals(List.of("A1@1"), desk.heard());
        assertEquals(List.of("A1@1", "A1@2", "A1@4"), crew.heard(), "the others do not wait for it");
        desk.takesItsMessage();
        aSecondPasses();
        assertEquals(List.of("A1@1", "A1@4 A2@3"), desk.heard(), "though nobody has moved since");
    }

    @Test
    void who_has_left_is_waited_for_no_longer() {
        desk.slow();
        moves("A1", 1);
        moves("A1", 2);
        aSecondPasses();
        listeners.remove(desk);
        desk.gone = true;
        aSecondPasses();
        assertTrue(pauses.isEmpty());
    }

    @Test
    void who_comes_later_hears_what_moves_from_then_on() {
        moves("A1", 1);
        Screen late = new Screen(Role.OPERATOR, null);
        moves("A2", 2);
        aSecondPasses();
        assertEquals(List.of("A2@2"), late.heard());
    }

    /** A screen that keeps what it is sent. */
    private final class Screen implements LiveListener {

        private final List<LiveMessage> messages = new ArrayList<>();
        private final Principal principal;
        private Promise<Void> line = Promise.promise();
        private boolean gone;

        Screen(Role role, @Nullable String unitId) {
            principal = new Principal(role.name(), role, unitId, null);
            line.complete();
            listeners.add(this);
        }

        void slow() {
            line = Promise.promise();
        }

        void takesItsMessage() {
            line.complete();
        }

        @Override
        public Principal principal() {
            return principal;
        }

        @Override
        public boolean isOpen() {
            return !gone;
        }

        @Override
        public Future<Void> send(LiveMessage message) {
            messages.add(message);
            return line.future();
        }

        Collection<String> heard() {
            return messages.stream()
                    .map(message -> new JsonObject(message.text())
                            .getJsonObject("data").getJsonArray("positions").stream()
                                    .map(JsonObject.class::cast)
                                    .map(at -> at.getString("unitId") + "@"
                                            + Math.round((at.getDouble("lon") - 103) * 100))
                                    .sorted()
                                    .collect(Collectors.joining(" ")))
                    .toList();
        }
    }
}
