package rescue.story.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rescue.story.fault.Journal.Line;

/**
 * Reads the journal and the database after a night, and says everything that should not be so. I8 is seen while it happens, by
 * whoever was answered; I10, how soon a screen says that it is old, needs a browser: {@link rescue.story.NodeLossIT}.
 */
final class Checker {

    /** Two winners are told of a unit in the wrong order at most this much: both answers were under way. */
    private static final int WORDS_OF_A_COMPLAINT_MAX = 20;

    /** What must be nowhere, each under what it breaks. */
    private static final Map<String, String> NOWHERE = new LinkedHashMap<>();

    static {
        NOWHERE.put("I1 an alert has a receipt and is not in the log exactly once", """
                SELECT r.key
                FROM alert_receipt r
                LEFT JOIN (
                    SELECT body -> 'alert' ->> 'id' AS alert_id, count(*) AS times
                    FROM incident_event WHERE type IN ('IncidentOpened', 'AlertJoined') GROUP BY 1) AS log
                  ON log.alert_id = r.alert_id::text
                WHERE log.times IS DISTINCT FROM 1
                """);
        NOWHERE.put("I1 an alert is in the log without a receipt", """
                SELECT e.body -> 'alert' ->> 'id'
                FROM incident_event e
                WHERE e.type IN ('IncidentOpened', 'AlertJoined')
                  AND NOT EXISTS (SELECT FROM alert_receipt r WHERE r.alert_id::text = e.body -> 'alert' ->> 'id')
                """);
        NOWHERE.put("I2 a unit has two active assignments", """
                SELECT unit_id FROM assignment WHERE active GROUP BY unit_id HAVING count(*) > 1
                """);
        NOWHERE.put("I2 an assignment is not in the log exactly once", """
                SELECT a.id::text
                FROM assignment a
                LEFT JOIN (
                    SELECT body ->> 'assignmentId' AS id, count(*) AS times
                    FROM incident_event WHERE type = 'UnitAssigned' GROUP BY 1) AS log ON log.id = a.id::text
                WHERE log.times IS DISTINCT FROM 1
                """);
        NOWHERE.put("I3 more beds are held than there are", """
                SELECT hospital_id || ' ' || kind FROM hospital_bed WHERE held > reported + conflict
                """);
        NOWHERE.put("I3 the count of held beds is not that of the holds", """
                SELECT b.hospital_id || ' ' || b.kind || ' counts ' || b.held || ', holds ' || holds.count
                FROM hospital_bed b
                CROSS JOIN LATERAL (
                    SELECT (SELECT count(*) FROM bed_hold h
                            WHERE h.hospital_id = b.hospital_id AND h.kind = b.kind
                              AND h.state IN ('FIRM', 'CONFIRMED', 'ARRIVED'))
                         + (SELECT count(*) FROM transfer t
                            WHERE t.to_hospital = b.hospital_id AND t.kept = b.kind) AS count) holds
                WHERE b.held <> holds.count
                """);
        NOWHERE.put("I5 a history has a gap", """
                SELECT incident_id::text FROM incident_event
                GROUP BY incident_id HAVING count(*) <> max(version) OR min(version) <> 1
                """);
        NOWHERE.put("I5 an incident's version is not its history's", """
                SELECT i.id::text FROM incident i
                WHERE i.version <> (SELECT max(version) FROM incident_event e WHERE e.incident_id = i.id)
                """);
        NOWHERE.put("I5 an assignment's state is not the last that was pressed", """
                SELECT a.id::text || ' is ' || a.status || ', was pressed ' || pressed.status
                FROM assignment a
                JOIN (
                    SELECT DISTINCT ON (body ->> 'assignmentId')
                           body ->> 'assignmentId' AS id, body ->> 'status' AS status
                    FROM incident_event WHERE type = 'UnitStatusRecorded'
                    ORDER BY body ->> 'assignmentId', version DESC) AS pressed ON pressed.id = a.id::text
                WHERE a.status <> pressed.status
                """);
        NOWHERE.put("I5 a press counts twice", """
                SELECT body ->> 'deviceId' || ' ' || (body ->> 'seq')
                FROM incident_event WHERE type = 'UnitStatusRecorded'
                GROUP BY body ->> 'deviceId', body ->> 'seq' HAVING count(*) > 1
                """);
        NOWHERE.put("I6 the chain of a log is broken", """
                SELECT incident_id || ' ' || version FROM event_chain_breaks
                """);
        NOWHERE.put("I6 a line of a log has no link", """
                SELECT incident_id || ' ' || version FROM incident_event WHERE link IS NULL
                """);
        NOWHERE.put("I7 the feed has a gap", """
                SELECT count(*) || ' numbers up to ' || max(seq) FROM feed HAVING count(*) <> max(seq)
                """);
        NOWHERE.put("I7 a change waits to be numbered", "SELECT kind || ' ' || subject FROM change");
        NOWHERE.put("I7 an event was never told", """
                SELECT e.incident_id || ' ' || e.version FROM incident_event e
                WHERE NOT EXISTS (
                    SELECT FROM feed f
                    WHERE f.kind = 'incident' AND f.subject = e.incident_id::text AND f.version = e.version)
                """);
        NOWHERE.put("I9 a hold goes on without its assignment", """
                SELECT h.assignment_id::text || ' ' || h.state
                FROM bed_hold h JOIN assignment a ON a.id = h.assignment_id
                WHERE h.state IN ('FIRM', 'CONFIRMED', 'ARRIVED') AND NOT a.active
                """);
        NOWHERE.put("I9 a bed is held when nobody is out any more", """
                SELECT hospital_id || ' ' || kind || ' ' || held FROM hospital_bed WHERE held > 0
                """);
    }

    private static final String RECEIPTS = "SELECT key, incident_id::text AS incident_id FROM alert_receipt";

    private static final String NUMBERS = "SELECT subject, seq FROM feed WHERE kind = 'incident' ORDER BY subject, seq";

    private final List<Line> journal;
    private final List<String> broken = new ArrayList<>();

    Checker(List<Line> journal) {
        this.journal = journal;
    }

    /** Everything that should not be so, each with the invariant that it breaks; empty after a good night. */
    List<String> check(Connection database, List<Console> consoles) throws SQLException {
        whatWasSeenMeanwhile();
        everyKeyHasOneAnswer();
        noUnitWasGivenTwice();
        nowhere(database);
        broken.addAll(Folds.differences(database));
        acknowledgedIsThere(database, consoles);
        return broken;
    }

    private void whatWasSeenMeanwhile() {
        lines("BROKEN").forEach(line -> broken.add(String.join(" ", line.rest())));
    }

    /** I4: whoever sent the same again was told the same. */
    private void everyKeyHasOneAnswer() {
        Map<String, List<String>> told = new HashMap<>();
        for (Line line : lines("ACKNOWLEDGED")) {
            List<String> answer = line.rest().subList(1, line.rest().size());
            List<String> before = told.putIfAbsent(line.get(0), answer);
            if (before != null && !before.equals(answer)) {
                broken.add("I4 one key was answered " + before + " and " + answer);
            }
        }
    }

    /**
     * I2 as those outside see it: whoever is told that a unit is his must not be told so while another has it, whose end
     * nobody has asked for yet. The end is written down before it is asked for, the winning after it was told.
     */
    private void noUnitWasGivenTwice() {
        Map<String, Set<String>> out = new HashMap<>();
        Set<String> ending = new HashSet<>();
        for (Line line : journal) {
            if (line.word().equals("ENDING")) {
                ending.add(line.get(1));
                // Whose winning nobody has heard of ends too: its answer was lost.
                out.computeIfAbsent(line.get(0), unit -> new HashSet<>()).remove(line.get(1));
            } else if (line.word().equals("ASSIGNED") && !ending.contains(line.get(1))) {
                Set<String> having = out.computeIfAbsent(line.get(0), unit -> new HashSet<>());
                having.add(line.get(1));
                if (having.size() > 1) {
                    broken.add("I2 unit " + line.get(0) + " was given to " + having);
                }
            }
        }
    }

    private void nowhere(Connection database) throws SQLException {
        for (Map.Entry<String, String> entry : NOWHERE.entrySet()) {
            List<String> found = new ArrayList<>();
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(entry.getValue())) {
                while (rows.next() && found.size() < WORDS_OF_A_COMPLAINT_MAX) {
                    found.add(rows.getString(1));
                }
            }
            if (!found.isEmpty()) {
                broken.add(entry.getKey() + ": " + found);
            }
        }
    }

    /** I1: in the database under the incident that was told, and on every console. */
    private void acknowledgedIsThere(Connection database, List<Console> consoles) throws SQLException {
        Map<String, String> receipts = new HashMap<>();
        Map<String, List<Long>> numbers = new HashMap<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet rows = statement.executeQuery(RECEIPTS)) {
                while (rows.next()) {
                    receipts.put(rows.getString("key"), rows.getString("incident_id"));
                }
            }
            try (ResultSet rows = statement.executeQuery(NUMBERS)) {
                while (rows.next()) {
                    numbers.computeIfAbsent(rows.getString("subject"), first -> new ArrayList<>())
                            .add(rows.getLong("seq"));
                }
            }
        }
        for (Line line : lines("ACKNOWLEDGED")) {
            String told = line.get(1);
            String there = receipts.get(line.get(0));
            if (!told.equals(there)) {
                broken.add("I1 alert " + line.get(0) + " was acknowledged as " + told + " and is there as " + there);
            } else {
                onEveryConsole(told, numbers.getOrDefault(told, List.of()), consoles);
            }
        }
        for (Line line : lines("SPOOLED")) {
            String incident = receipts.get(line.get(0));
            if (incident == null) {
                broken.add("I1 alert " + line.get(0) + " was taken into a spool and is not there");
            } else {
                onEveryConsole(incident, numbers.getOrDefault(incident, List.of()), consoles);
            }
        }
        Set<String> sent = new HashSet<>();
        lines("SENT").forEach(line -> sent.add(line.get(0)));
        receipts.keySet().stream()
                .filter(key -> !sent.contains(key))
                .forEach(key -> broken.add("I1 alert " + key + " is there and was never sent"));
    }

    private void onEveryConsole(String incident, List<Long> numbers, List<Console> consoles) {
        for (int i = 0; i < consoles.size(); i++) {
            if (!consoles.get(i).knows(incident, numbers)) {
                broken.add("I1 console " + i + " was never told of " + incident);
            }
        }
    }

    private List<Line> lines(String word) {
        return journal.stream().filter(line -> line.word().equals(word)).toList();
    }
}
