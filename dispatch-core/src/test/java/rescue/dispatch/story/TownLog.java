package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.OpenIncident;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.incident.DevicePress;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.IncidentLog;

/** The log in memory: the lists of events are the truth, claims and beds are read off them. */
public final class TownLog implements IncidentLog {

    private final InstantSource clock;
    private final ToIntBiFunction<String, BedKind> reportedBeds;
    private final Map<UUID, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private @Nullable Runnable meanwhile;
    private boolean claims = true;
    private long writes;

    /**
     * A log without incidents.
     *
     * @param reportedBeds what a hospital says it has; -1 when it never said
     */
    public TownLog(InstantSource clock, ToIntBiFunction<String, BedKind> reportedBeds) {
        this.clock = clock;
        this.reportedBeds = reportedBeds;
    }

    /** A fault to be found: from now on nobody looks whether the unit is on another incident. */
    public void forgetClaims() {
        claims = false;
    }

    /** Grows with everything that is written. */
    public synchronized long writes() {
        return writes;
    }

    /** Everything that was ever written, by incident. */
    public synchronized List<Incident> listAll() {
        return List.copyOf(incidents.values());
    }

    /** Happens once, between the next decision and its writing down. */
    void meanwhile(Runnable something) {
        meanwhile = something;
    }

    public synchronized int held(String hospitalId, BedKind kind) {
        return assignments()
                .filter(assignment -> hospitalId.equals(assignment.hospitalId()))
                .mapToInt(assignment -> beds(assignment.hold(), kind))
                .sum();
    }

    public synchronized Optional<Assignment> findActive(String unitId) {
        return assignments()
                .filter(assignment ->
                        assignment.isActive() && assignment.unitId().equals(unitId))
                .findFirst();
    }

    private Stream<Assignment> assignments() {
        return incidents.values().stream().flatMap(incident -> incident.assignments().stream());
    }

    private int beds(@Nullable Hold hold, BedKind kind) {
        return hold != null && hold.isActive() && !hasRunOut(hold) ? hold.beds().getOrDefault(kind, 0) : 0;
    }

    private boolean hasRunOut(Hold hold) {
        return hold.canExpire() && !clock.instant().isBefore(hold.expiresAt());
    }

    @Override
    public synchronized Future<Received> receive(
            IdempotencyKey key,
            Alert alert,
            Function<List<OpenIncident>, IntakeOutcome> decide,
            BiFunction<IntakeOutcome, NewIncident, IncidentEvent> write) {
        Receipt before = receipts.get(key.key());
        if (before != null) {
            return Future.succeededFuture(
                    key.bodyHash().equals(bodies.get(key.key()))
                            ? new Received.Accepted(new Receipt(
                                    before.alertId(),
                                    before.incidentId(),
                                    before.incidentNumber(),
                                    before.trackingCode(),
                                    true))
                            : new Received.KeyReused());
        }
        IntakeOutcome outcome = decide.apply(open());
        int count = incidents.size() + 1;
        NewIncident ids =
                new NewIncident(Samples.id("incident " + count), String.format("2026-%06d", count), "track-" + count);
        IncidentEvent event = write.apply(outcome, ids);
        Incident incident = event instanceof AlertJoined
                ? incidents
                        .get(outcome.fold(IntakeOutcome.Joins::incidentId, opens -> ids.id()))
                        .after(event)
                : Incident.fold(ids.id(), List.of(event));
        writes++;
        incidents.put(incident.id(), incident);
        Receipt receipt = new Receipt(alert.id(), incident.id(), incident.number(), incident.trackingCode(), false);
        receipts.put(key.key(), receipt);
        bodies.put(key.key(), key.bodyHash());
        return Future.succeededFuture(new Received.Accepted(receipt));
    }

    @Override
    public synchronized Future<Optional<Received>> join(
            IdempotencyKey key, Alert alert, UUID incidentId, AlertJoined event) {
        Incident incident = incidents.get(incidentId);
        boolean known = receipts.containsKey(key.key());
        return !known && (incident == null || !incident.isOpen())
                ? Future.succeededFuture(Optional.empty())
                : receive(key, alert, around -> new IntakeOutcome.Joins(incidentId, 0), (outcome, ids) -> event)
                        .map(Optional::of);
    }

    private List<OpenIncident> open() {
        List<OpenIncident> open = new ArrayList<>();
        for (Incident incident : incidents.values()) {
            LocatedPlace located = incident.placement().located();
            if (incident.isOpen() && located != null && incident.transfer() == null) {
                open.add(new OpenIncident(
                        incident.id(),
                        incident.number(),
                        incident.firstAlert().kind(),
                        located.at(),
                        incident.openedAt()));
            }
        }
        return open;
    }

    @Override
    public Future<Appended> append(List<Entry> entries) {
        Runnable first = meanwhile;
        meanwhile = null;
        if (first != null) {
            first.run();
        }
        return Future.succeededFuture(write(entries));
    }

    private synchronized Appended write(List<Entry> entries) {
        for (Entry entry : entries) {
            Incident incident = incidents.get(entry.incidentId());
            if (incident == null || incident.version() != entry.afterVersion()) {
                return new Appended.Stale();
            }
            Optional<Appended> refused = claim(entry.event());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        writes++;
        entries.forEach(entry ->
                incidents.computeIfPresent(entry.incidentId(), (id, incident) -> incident.after(entry.event())));
        return new Appended.Done();
    }

    private Optional<Appended> claim(IncidentEvent event) {
        if (event instanceof UnitAssigned assigned) {
            return taken(assigned.unitId()).or(() -> noBed(assigned.hospitalId(), assigned.hold()));
        }
        if (event instanceof DestinationChanged changed) {
            return noBed(changed.hospitalId(), changed.hold());
        }
        if (event instanceof DevicePress press) {
            return presses(press.deviceId(), press.seq()).findFirst().map(was -> new Appended.PressRepeated());
        }
        return Optional.empty();
    }

    private Optional<Appended> taken(String unitId) {
        if (!claims) {
            return Optional.empty();
        }
        return incidents.values().stream()
                .filter(incident -> incident.activeAssignments().stream()
                        .anyMatch(assignment -> assignment.unitId().equals(unitId)))
                .findFirst()
                .map(incident -> new Appended.UnitTaken(unitId, incident.id(), incident.number()));
    }

    private Optional<Appended> noBed(@Nullable String hospitalId, @Nullable Hold hold) {
        return hospitalId == null
                        || hold == null
                        || hold.beds().entrySet().stream()
                                .allMatch(beds -> held(hospitalId, beds.getKey()) + beds.getValue()
                                        <= reportedBeds.applyAsInt(hospitalId, beds.getKey()))
                ? Optional.empty()
                : Optional.of(new Appended.NoBed(hospitalId));
    }

    private Stream<DevicePress> presses(String deviceId, long seq) {
        return incidents.values().stream().flatMap(incident -> incident.findPress(deviceId, seq).stream());
    }

    @Override
    public synchronized Future<Optional<Incident>> find(UUID id) {
        return Future.succeededFuture(Optional.ofNullable(incidents.get(id)));
    }

    @Override
    public Future<Optional<Incident>> findByAssignment(UUID assignmentId) {
        return findBy(incident -> incident.findAssignment(assignmentId).isPresent());
    }

    @Override
    public Future<Optional<Incident>> findByTrackingCode(String trackingCode) {
        return findBy(incident -> incident.trackingCode().equals(trackingCode));
    }

    private synchronized Future<Optional<Incident>> findBy(Predicate<Incident> wanted) {
        return Future.succeededFuture(incidents.values().stream().filter(wanted).findFirst());
    }

    @Override
    public synchronized Future<List<Incident>> listOpen(int limit) {
        return Future.succeededFuture(incidents.values().stream()
                .filter(Incident::isOpen)
                .sorted(Comparator.comparing(Incident::priority).thenComparing(Incident::openedAt))
                .limit(limit)
                .toList());
    }

    @Override
    public synchronized Future<Optional<RecordedPress>> findPress(String deviceId, long seq) {
        return Future.succeededFuture(
                presses(deviceId, seq).findFirst().map(press -> new RecordedPress(press.assignmentId(), press.what())));
    }

    @Override
    public synchronized Future<List<ExpiredHold>> listExpiredHolds(int limit) {
        List<ExpiredHold> expired = new ArrayList<>();
        for (Incident incident : incidents.values()) {
            for (Assignment assignment : incident.assignments()) {
                Hold hold = assignment.hold();
                String hospitalId = assignment.hospitalId();
                if (hold != null && hospitalId != null && hasRunOut(hold)) {
                    expired.add(new ExpiredHold(incident.id(), assignment.id(), hospitalId, hold.expiresAt(), false));
                }
            }
        }
        return Future.succeededFuture(expired.stream().limit(limit).toList());
    }
}
