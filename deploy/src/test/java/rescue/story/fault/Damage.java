package rescue.story.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import rescue.story.fault.Journal.Line;

/** What a checker that sees everything must find: each is done to the records of a good night, looked for, and taken back. */
enum Damage {
    AN_ACKNOWLEDGED_ALERT_IS_LOST("I1", "DELETE FROM alert_receipt WHERE key = (SELECT min(key) FROM alert_receipt)"),
    AN_ALERT_IS_THERE_TWICE("I1", """
            INSERT INTO incident_event (incident_id, version, type, body, written_by)
            SELECT incident_id, 1000, type, body, written_by FROM incident_event WHERE type = 'IncidentOpened' LIMIT 1
            """),
    A_UNIT_IS_SENT_TWICE("I2", """
            DROP INDEX one_unit_one_assignment;
            UPDATE assignment SET active = true, unit_id = (SELECT min(unit_id) FROM assignment)
            WHERE id IN (SELECT id FROM assignment ORDER BY id LIMIT 2)
            """),
    A_BED_IS_HELD_TWICE("I3", """
            ALTER TABLE hospital_bed DROP CONSTRAINT a_bed_is_held_once;
            INSERT INTO hospital_bed (hospital_id, kind, reported, held)
            SELECT min(id), 'PLANTED', 1, 2 FROM hospital
            """),
    AN_EVENT_IS_GONE("I5", """
            DELETE FROM incident_event e
            WHERE version = 1 AND incident_id = (SELECT min(incident_id::text)::uuid FROM incident_event WHERE version = 2)
            """),
    A_STATE_IS_NOT_WHAT_HAPPENED(
            "I5", "UPDATE incident SET status = 'MERGED' WHERE id = (SELECT min(id::text)::uuid FROM incident)"),
    A_WORD_IS_ALTERED("I6", """
            UPDATE incident_event SET body = body || '{"by": "nobody"}'
            WHERE version = 1 AND incident_id = (SELECT min(incident_id::text)::uuid FROM incident_event)
            """),
    A_NUMBER_IS_MISSING("I7", "DELETE FROM feed WHERE seq = 7"),
    A_BED_STAYS_HELD("I9", """
            INSERT INTO hospital_bed (hospital_id, kind, reported, held) SELECT min(id), 'PLANTED', 1, 1 FROM hospital
            """);

    /** Who did this in earnest would have no triggers and foreign keys in his way either. */
    private static final String WITHOUT_TRIGGERS = "SET LOCAL session_replication_role = replica";

    private final String breaks;
    private final String sql;

    Damage(String breaks, String sql) {
        this.breaks = breaks;
        this.sql = sql;
    }

    /** Those that the checker does not find; empty when it sees everything. */
    static List<String> unfound(Connection database, List<Line> journal, List<Console> consoles) throws SQLException {
        List<String> unfound = new ArrayList<>();
        database.setAutoCommit(false);
        for (Damage damage : values()) {
            try (Statement statement = database.createStatement()) {
                statement.execute(WITHOUT_TRIGGERS);
                statement.execute(damage.sql);
                if (!finds(damage.breaks, new Checker(journal).check(database, consoles))) {
                    unfound.add(damage.name());
                }
            } finally {
                database.rollback();
            }
        }
        unfoundInTheJournal(
                "I4", database, journal, consoles, unfound, "ACKNOWLEDGED", acknowledgedKey(journal), "other");
        unfoundInTheJournal(
                "I2", database, journal, consoles, unfound, "ASSIGNED", "LC-01", "one", "ASSIGNED", "LC-01", "two");
        return unfound;
    }

    private static void unfoundInTheJournal(
            String breaks,
            Connection database,
            List<Line> journal,
            List<Console> consoles,
            List<String> unfound,
            String... words)
            throws SQLException {
        List<Line> more = new ArrayList<>(journal);
        for (int i = 0; i < words.length; i += 3) {
            more.add(new Line(0, words[i], List.of(words[i + 1], words[i + 2])));
        }
        if (!finds(breaks, new Checker(more).check(database, consoles))) {
            unfound.add(breaks + " in the journal");
        }
    }

    private static String acknowledgedKey(List<Line> journal) {
        return journal.stream()
                .filter(line -> line.word().equals("ACKNOWLEDGED"))
                .findFirst()
                .orElseThrow()
                .get(0);
    }

    private static boolean finds(String breaks, List<String> broken) {
        return broken.stream().anyMatch(each -> each.startsWith(breaks + " "));
    }
}
