package rescue.dispatch.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.postgres.PgFeed.Change;

/** Who hears what. A crew is A1, a hospital is BV1. */
class LiveAudienceTest {

    // spotless:off
    @ParameterizedTest(name = "{0} about {1} of {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # role     | change       | concerns | hears it
            OPERATOR   | incident     | nobody   | yes
            OPERATOR   | unit         | A2       | yes
            OPERATOR   | hospital     | BV2      | yes
            OPERATOR   | road-closure | nobody   | yes
            OPERATOR   | handover     | nobody   | yes
            SUPERVISOR | handover     | nobody   | yes
            CREW       | handover     | nobody   | no
            HOSPITAL   | handover     | nobody   | no
            SUPERVISOR | incident     | nobody   | yes
            SUPERVISOR | unit         | A2       | yes
            SUPERVISOR | hospital     | BV2      | yes
            SUPERVISOR | road-closure | nobody   | yes
            ADMIN      | incident     | nobody   | yes
            ADMIN      | unit         | A2       | yes
            ADMIN      | hospital     | BV2      | yes
            ADMIN      | road-closure | nobody   | yes
            CREW       | incident     | nobody   | no
            CREW       | incident     | A1       | yes
            CREW       | incident     | A2       | no
            CREW       | incident     | BV1      | no
            CREW       | unit         | A1       | yes
            CREW       | unit         | A2       | no
            CREW       | hospital     | BV1      | no
            CREW       | road-closure | nobody   | yes
            HOSPITAL   | incident     | nobody   | no
            HOSPITAL   | incident     | A1       | no
            HOSPITAL   | incident     | BV1      | yes
            HOSPITAL   | incident     | BV2      | no
            HOSPITAL   | unit         | A1       | no
            HOSPITAL   | hospital     | BV1      | yes
            HOSPITAL   | hospital     | BV2      | no
            HOSPITAL   | road-closure | nobody   | no
            COMMITTEE  | incident     | A1       | no
            COMMITTEE  | unit         | A1       | no
            COMMITTEE  | hospital     | BV1      | no
            COMMITTEE  | road-closure | nobody   | no
            SECTOR     | incident     | A1       | no
            SECTOR     | unit         | A1       | no
            SECTOR     | hospital     | BV1      | no
            SECTOR     | road-closure | nobody   | no
            """)
    // spotless:on
    void hears(Role role, String kind, String concerns, String expected) {
        Set<String> units = concerns.startsWith("A") ? Set.of(concerns, "A7") : Set.of();
        Set<String> hospitals = concerns.startsWith("BV") ? Set.of(concerns, "BV7") : Set.of();
        var change = new Change(7, kind, "subject", null, null, units, hospitals, NOW);
        assertEquals(expected.equals("yes"), LiveAudience.maySee(who(role), change));
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, true, true",
        "SUPERVISOR, true, true",
        "ADMIN, true, true",
        "CREW, true, false",
        "HOSPITAL, false, false",
        "COMMITTEE, false, false",
        "SECTOR, false, false"
    })
    void sees_where_units_are(Role role, boolean a1, boolean a2) {
        assertEquals(a1, LiveAudience.maySeeUnit(who(role), "A1"));
        assertEquals(a2, LiveAudience.maySeeUnit(who(role), "A2"));
    }

    @Test
    void a_message_says_what_to_look_at_again_and_nothing_of_what_it_is() {
        var change = new Change(7, "incident", "some-id", 3L, "UnitAssigned", Set.of("A1"), Set.of("BV1"), NOW);
        assertEquals(new JsonObject("""
                        {"seq": 7, "at": "2026-07-02T09:30:00Z", "type": "incident",
                         "data": {"id": "some-id", "version": 3, "event": "UnitAssigned"}}"""), new JsonObject(LiveMessage.of(change).text()));
        var report = new Change(8, "hospital", "BV1", null, null, Set.of(), Set.of("BV1"), NOW);
        assertFalse(LiveMessage.of(report).text().contains("null"));
    }

    private static Principal who(Role role) {
        return new Principal("somebody", role, role == Role.CREW ? "A1" : null, role == Role.HOSPITAL ? "BV1" : null);
    }
}
