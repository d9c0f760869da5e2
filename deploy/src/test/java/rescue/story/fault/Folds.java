package rescue.story.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.shell.postgres.IncidentEventJson;

/** I5: what the boards say is what the histories say, each folded again by the rules of the domain. */
final class Folds {

    private static final String EVENTS =
            "SELECT incident_id, type, body::text AS body FROM incident_event ORDER BY incident_id, version";

    private static final String INCIDENTS = "SELECT id, status, priority FROM incident";

    private static final String ASSIGNMENTS = "SELECT id, incident_id, status, active FROM assignment";

    private Folds() {}

    static List<String> differences(Connection database) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            Map<UUID, Incident> folded = fold(statement, differences);
            try (ResultSet row = statement.executeQuery(INCIDENTS)) {
                while (row.next()) {
                    Incident incident = folded.get(row.getObject("id", UUID.class));
                    String board = row.getString("status") + " " + row.getString("priority");
                    String history = incident == null ? "nothing" : incident.status() + " " + incident.priority();
                    if (!board.equals(history)) {
                        differences.add("I5 incident " + row.getString("id") + " is " + board + ", its history says "
                                + history);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery(ASSIGNMENTS)) {
                while (row.next()) {
                    String board = row.getString("status") + " " + row.getBoolean("active");
                    String history =
                            inHistory(folded.get(row.getObject("incident_id", UUID.class)), row.getString("id"));
                    if (!board.equals(history)) {
                        differences.add("I5 assignment " + row.getString("id") + " is " + board + ", its history says "
                                + history);
                    }
                }
            }
        }
        return differences;
    }

    private static Map<UUID, Incident> fold(Statement statement, List<String> differences) throws SQLException {
        Map<UUID, List<IncidentEvent>> events = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(EVENTS)) {
            while (row.next()) {
                events.computeIfAbsent(row.getObject("incident_id", UUID.class), first -> new ArrayList<>())
                        .add(IncidentEventJson.read(row.getString("type"), row.getString("body")));
            }
        }
        Map<UUID, Incident> folded = new LinkedHashMap<>();
        events.forEach((id, history) -> {
            try {
                folded.put(id, Incident.fold(id, history));
            } catch (RuntimeException impossible) {
                differences.add("I5 the history of " + id + " cannot be: " + impossible);
            }
        });
        return folded;
    }

    private static String inHistory(@org.jspecify.annotations.Nullable Incident incident, String assignmentId) {
        return incident == null
                ? "nothing"
                : incident.assignments().stream()
                        .filter(each -> each.id().toString().equals(assignmentId))
                        .findFirst()
                        .map(Folds::words)
                        .orElse("nothing");
    }

    private static String words(Assignment assignment) {
        return assignment.status() + " " + assignment.isActive();
    }
}
