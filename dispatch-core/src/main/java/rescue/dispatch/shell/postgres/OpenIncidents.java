package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;

/**
 * The open incidents, of which only what has happened since is read and folded: the rest is remembered as it was folded
 * before. Which incidents are open, and how far each has come, is asked every time.
 *
 * <p>What is remembered counts only as long as the log still has the very event that it ends with, told by its version and
 * the moment of its writing: in a database that was restored, or taken over by a replica that had not heard of it, another
 * event may stand there, and then the incident is read from its beginning.
 */
final class OpenIncidents {

    /** Some tens of megabytes at worst; beyond it the rest is folded every time. */
    private static final int MOST_REMEMBERED = 1_000;

    /** One row for every event that is not remembered; one without an event for an incident to which nothing happened. */
    private static final String OPEN = """
            SELECT i.id, last.version AS remembered, e.type, e.body::text AS body, e.written_at
            FROM (SELECT id, priority, opened_at
                  FROM incident
                  WHERE status = 'OPEN'
                  ORDER BY priority, opened_at, id
                  LIMIT $1) i
            LEFT JOIN unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) AS known (id, version, written_at)
                   ON known.id = i.id
            LEFT JOIN incident_event last
                   ON last.incident_id = i.id AND last.version = known.version AND last.written_at = known.written_at
            LEFT JOIN LATERAL (SELECT n.version, n.type, n.body, n.written_at
                               FROM incident_event n
                               WHERE n.incident_id = i.id AND n.version > coalesce(last.version, 0)) e ON true
            ORDER BY i.priority, i.opened_at, i.id, e.version
            """;

    /** An incident as it was folded, and when the last of its events was written, by the database's clock. */
    private record Folded(Incident incident, OffsetDateTime writtenAt) {}

    private final Pool pool;
    private final Map<UUID, Folded> remembered = new ConcurrentHashMap<>();

    OpenIncidents(Pool pool) {
        this.pool = pool;
    }

    /** Most urgent and then oldest first. */
    Future<List<Incident>> list(int limit) {
        Map<UUID, Folded> known = Map.copyOf(remembered); // the query speaks of these, whatever is remembered meanwhile
        return pool.preparedQuery(OPEN).execute(parameters(limit, known)).map(rows -> {
            List<Folded> open = fold(rows, known);
            remember(open, limit);
            return open.stream().map(Folded::incident).toList();
        });
    }

    int countRemembered() {
        return remembered.size();
    }

    private static Tuple parameters(int limit, Map<UUID, Folded> known) {
        UUID[] ids = new UUID[known.size()];
        Long[] versions = new Long[known.size()];
        OffsetDateTime[] written = new OffsetDateTime[known.size()];
        int i = 0;
        for (Folded each : known.values()) {
            ids[i] = each.incident.id();
            versions[i] = each.incident.version();
            written[i] = each.writtenAt;
            i++;
        }
        return Tuple.of(limit).addArrayOfUUID(ids).addArrayOfLong(versions).addArrayOfOffsetDateTime(written);
    }

    /** The rows of one incident stand together. */
    private static List<Folded> fold(RowSet<Row> rows, Map<UUID, Folded> known) {
        List<Folded> open = new ArrayList<>();
        UUID id = null;
        Folded sofar = null;
        for (Row row : rows) {
            UUID next = row.getUUID("id");
            if (!next.equals(id)) {
                if (sofar != null) {
                    open.add(sofar);
                }
                id = next;
                sofar = row.getLong("remembered") == null ? null : known.get(next);
            }
            if (row.getString("type") != null) {
                sofar = after(next, sofar, row);
            }
        }
        if (sofar != null) {
            open.add(sofar);
        }
        return open;
    }

    private static Folded after(UUID id, @Nullable Folded before, Row row) {
        IncidentEvent event = IncidentEventJson.read(row.getString("type"), row.getString("body"));
        Incident incident = before == null ? Incident.fold(id, List.of(event)) : before.incident.after(event);
        return new Folded(incident, row.getOffsetDateTime("written_at"));
    }

    /** An incident that is not open any more is forgotten, as soon as a list was long enough to show that. */
    private void remember(List<Folded> open, int limit) {
        if (open.size() < limit) {
            remembered
                    .keySet()
                    .retainAll(open.stream().map(each -> each.incident.id()).collect(Collectors.toSet()));
        }
        for (Folded each : open) {
            if (remembered.size() < MOST_REMEMBERED || remembered.containsKey(each.incident.id())) {
                remembered.put(each.incident.id(), each);
            }
        }
    }
}
