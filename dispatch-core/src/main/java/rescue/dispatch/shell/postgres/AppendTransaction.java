package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.incident.IncidentEvent.PatientRecorded;
import rescue.dispatch.incident.IncidentStatus;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.IncidentLog.Entry;

/** One event after the version that the writer saw, with everything it claims, inside one transaction. */
final class AppendTransaction {

    /**
     * Moves the incident on, writes the event and notes the change: all or nothing of it, in one round trip. No row comes
     * back when somebody was faster.
     */
    private static final String NEXT_EVENT = """
            WITH moved_on AS (
                UPDATE incident
                SET version = version + 1,
                    status = CASE WHEN status = 'MERGED' AND $3 = 'MergeUndone' THEN 'OPEN' ELSE coalesce($4, status) END,
                    priority = coalesce($5, priority),
                    lat = coalesce($6, lat),
                    lon = coalesce($7, lon)
                WHERE id = $1 AND version = $2
                RETURNING id, version),
            written AS (
                INSERT INTO incident_event (incident_id, version, type, body, written_by)
                SELECT id, version, $3, $8::text::jsonb, $9 FROM moved_on),
            concerned AS (
                SELECT coalesce(array_agg(DISTINCT unit_id), '{}') AS units,
                       coalesce(array_agg(DISTINCT hospital_id) FILTER (WHERE hospital_id IS NOT NULL), '{}') AS hospitals
                FROM assignment
                WHERE incident_id = $1 AND active),
            between AS (
                SELECT array_remove(ARRAY[from_hospital, to_hospital], NULL) AS hospitals
                FROM transfer
                WHERE incident_id = $1),
            noted AS (
                INSERT INTO change (kind, subject, version, event_type, unit_ids, hospital_ids)
                SELECT 'incident', m.id::text, m.version, $3, c.units || $10::text[],
                       c.hospitals || $11::text[] || coalesce((SELECT hospitals FROM between), '{}')
                FROM moved_on m, concerned c)
            SELECT version FROM moved_on
            """;

    private final SqlConnection tx;
    private final Claims claims;

    AppendTransaction(SqlConnection tx) {
        this.tx = tx;
        this.claims = new Claims(tx);
    }

    Future<Void> write(Entry entry) {
        IncidentEvent event = entry.event();
        LocatedPlace place = newPlace(event);
        Tuple next = Tuple.tuple()
                .addUUID(entry.incidentId())
                .addLong(entry.afterVersion())
                .addString(IncidentEventJson.type(event))
                .addString(newStatus(event))
                .addString(newPriority(event))
                .addDouble(place == null ? null : place.at().lat())
                .addDouble(place == null ? null : place.at().lon())
                .addString(IncidentEventJson.body(event))
                .addString(event.by())
                .addArrayOfString(Concerned.units(event))
                .addArrayOfString(Concerned.hospitals(event));
        return tx.preparedQuery(NEXT_EVENT)
                .execute(next)
                .compose(rows -> rows.size() == 1
                        ? claims.make(entry.incidentId(), event)
                        : Future.failedFuture(new BeatenException(new Appended.Stale())));
    }

    private static @Nullable String newStatus(IncidentEvent event) {
        if (event instanceof IncidentClosed) {
            return IncidentStatus.CLOSED.name();
        }
        if (event instanceof MergedInto) {
            return IncidentStatus.MERGED.name();
        }
        if (event instanceof IncidentReopened) {
            return IncidentStatus.OPEN.name();
        }
        return null;
    }

    private static @Nullable String newPriority(IncidentEvent event) {
        if (event instanceof PatientRecorded recorded) {
            return recorded.priority().name();
        }
        Priority priority = event instanceof IncidentRevised revised ? revised.priority() : null;
        return priority == null ? null : priority.name();
    }

    private static @Nullable LocatedPlace newPlace(IncidentEvent event) {
        return event instanceof IncidentRevised revised && revised.placement() != null
                ? revised.placement().located()
                : null;
    }
}
