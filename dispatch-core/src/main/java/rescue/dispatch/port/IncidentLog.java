package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.OpenIncident;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;

/**
 * What happened, durably. Every write is one transaction that holds the event, and all that the event claims: the unit,
 * the bed, the device's press. Whoever loses a race is told so as a value; a broken database is a failed future, never an
 * empty answer.
 */
public interface IncidentLog {

    /**
     * Who asks, and how we know that he asked already.
     *
     * @param key chosen by the caller; the same alert again has the same key
     * @param bodyHash of what was sent, so that a key is not used for something else
     */
    record IdempotencyKey(String key, String bodyHash) {}

    /** What the caller holds in hand afterwards; the same again for the same key. */
    record Receipt(UUID alertId, UUID incidentId, String incidentNumber, String trackingCode, boolean repeated) {}

    /** The outcome of receiving an alert. */
    sealed interface Received {

        record Accepted(Receipt receipt) implements Received {
            @Override
            public <T> T fold(Function<Accepted, T> accepted, Function<KeyReused, T> keyReused) {
                return accepted.apply(this);
            }
        }

        /** The key was used before, for another body. */
        record KeyReused() implements Received {
            @Override
            public <T> T fold(Function<Accepted, T> accepted, Function<KeyReused, T> keyReused) {
                return keyReused.apply(this);
            }
        }

        <T> T fold(Function<Accepted, T> accepted, Function<KeyReused, T> keyReused);
    }

    /** The ids of an incident about to be opened. */
    record NewIncident(UUID id, String number, String trackingCode) {}

    /**
     * Writes an alert down once. Intakes at the same place wait for each other, so that two calls about one accident do
     * not both open it.
     *
     * @param decide given the open incidents around, transfers excepted, whether the alert joins or opens
     * @param write the event that follows, given that outcome and the ids to use if it opens
     */
    Future<Received> receive(
            IdempotencyKey key,
            Alert alert,
            Function<List<OpenIncident>, IntakeOutcome> decide,
            BiFunction<IntakeOutcome, NewIncident, IncidentEvent> write);

    /**
     * Writes an alert down once, as one more about that incident.
     *
     * @return empty when that incident is not open, and the key was not used before
     */
    Future<Optional<Received>> join(IdempotencyKey key, Alert alert, UUID incidentId, AlertJoined event);

    Future<Optional<Incident>> find(UUID id);

    /** The incident to which an assignment belongs. */
    Future<Optional<Incident>> findByAssignment(UUID assignmentId);

    Future<Optional<Incident>> findByTrackingCode(String trackingCode);

    /** Open incidents, most urgent and then oldest first; at most {@code limit}. */
    Future<List<Incident>> listOpen(int limit);

    /** One event for one incident, after the version that the writer saw. */
    record Entry(UUID incidentId, long afterVersion, IncidentEvent event) {}

    /** All of {@code entries}, or none. */
    Future<Appended> append(List<Entry> entries);

    /** The press of that device with that number, if it was recorded before. */
    Future<Optional<RecordedPress>> findPress(String deviceId, long seq);

    /**
     * A press as it was recorded.
     *
     * @param what a status, or the kind of thing that was sent
     */
    record RecordedPress(UUID assignmentId, String what) {}

    /** Bed holds that have run out by the database's clock and are not yet written down as expired. */
    Future<List<ExpiredHold>> listExpiredHolds(int limit);

    /**
     * A bed that was kept until then for a unit that did not come in time.
     *
     * @param isGone whether somebody else has taken it since, so that the unit has none even if it comes now
     */
    record ExpiredHold(UUID incidentId, UUID assignmentId, String hospitalId, Instant until, boolean isGone) {}
}
