package rescue.dispatch.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.port.IncidentLog.Receipt;

/** What must hold whatever happens: while it runs, and, for what takes its time, once everything has come to rest. */
final class Invariants {

    /** The first thing that was wrong. */
    static final class Broken extends AssertionError {
        Broken(String what) {
            super(what);
        }
    }

    private static final List<BedKind> KINDS = List.of(BedKind.EMERGENCY, BedKind.TRAUMA);

    private final Stores stores;
    private final Map<UUID, List<IncidentEvent>> written = new HashMap<>();
    private final Map<String, Receipt> acknowledged = new HashMap<>();
    private final Map<String, Integer> promisedBeyond = new HashMap<>();
    private long looked = -1;

    Invariants(Stores stores) {
        this.stores = stores;
    }

    /** A caller was told so; the same key must never be told anything else. */
    void acknowledged(String key, Receipt receipt) {
        Receipt before = acknowledged.putIfAbsent(key, receipt);
        if (before != null
                && !(before.alertId().equals(receipt.alertId())
                        && before.incidentId().equals(receipt.incidentId())
                        && before.trackingCode().equals(receipt.trackingCode()))) {
            throw new Broken("the same key was answered twice, differently: " + before + ", " + receipt);
        }
    }

    /** A hospital may count fewer than it has promised; that is seen, and excuses so many. */
    void countedFewer(String hospital) {
        for (BedKind kind : KINDS) {
            promisedBeyond.put(hospital + kind, Math.max(0, excess(hospital, kind)));
        }
    }

    /** Looks whenever something was written; time alone ends holds and breaks nothing. */
    void checkNow() {
        if (looked == stores.log().writes()) {
            return;
        }
        looked = stores.log().writes();
        oneUnitOneAssignment();
        noBedTwice();
        historyOnlyGrows();
    }

    void checkAtRest() {
        checkNow();
        everyAcknowledgedAlertIsThereOnce();
        everyHoldHasEnded();
        everyPressCountsOnce();
    }

    private void oneUnitOneAssignment() {
        Set<String> busy = new HashSet<>();
        for (Incident incident : stores.log().listAll()) {
            for (Assignment assignment : incident.activeAssignments()) {
                if (!busy.add(assignment.unitId())) {
                    throw new Broken("two active assignments of " + assignment.unitId());
                }
            }
        }
    }

    private void noBedTwice() {
        for (String hospital : Stores.HOSPITALS) {
            for (BedKind kind : KINDS) {
                int excess = excess(hospital, kind);
                int excused = promisedBeyond.getOrDefault(hospital + kind, 0);
                if (excess > excused) {
                    throw new Broken(hospital + " has promised " + excess + " beds of " + kind + " that it has not");
                }
                promisedBeyond.put(hospital + kind, Math.max(0, Math.min(excess, excused)));
            }
        }
    }

    private int excess(String hospital, BedKind kind) {
        return stores.log().held(hospital, kind) - stores.hospitals().reportedBeds(hospital, kind);
    }

    private void historyOnlyGrows() {
        for (Incident incident : stores.log().listAll()) {
            List<IncidentEvent> before = written.get(incident.id());
            if (before != null
                    && before.size() == incident.version()
                    && incident.timeline().size() == before.size()) {
                continue; // compared when it came; the lists of an incident are never changed in place
            }
            List<IncidentEvent> now =
                    incident.timeline().stream().map(TimelineEntry::event).toList();
            written.put(incident.id(), now);
            if (before != null
                    && (now.size() < before.size()
                            || !now.subList(0, before.size()).equals(before))) {
                throw new Broken("the history of " + incident.number() + " was changed");
            }
            if (incident.version() != now.size()) {
                throw new Broken(incident.number() + " has version " + incident.version() + " after " + now.size());
            }
            if (before == null || now.size() != before.size()) {
                Incident folded = Incident.fold(incident.id(), now);
                if (!folded.assignments().equals(incident.assignments()) || folded.status() != incident.status()) {
                    throw new Broken("the state of " + incident.number() + " is not what its history says");
                }
            }
        }
    }

    private void everyAcknowledgedAlertIsThereOnce() {
        Map<UUID, Integer> times = new HashMap<>();
        for (Incident incident : stores.log().listAll()) {
            for (Alert alert : incident.alerts()) {
                times.merge(alert.id(), 1, Integer::sum);
            }
        }
        acknowledged.forEach((key, receipt) -> {
            if (times.getOrDefault(receipt.alertId(), 0) != 1) {
                throw new Broken("alert " + key + " was acknowledged and is there " + times.get(receipt.alertId()));
            }
        });
    }

    private void everyHoldHasEnded() {
        for (Incident incident : stores.log().listAll()) {
            for (Assignment assignment : incident.assignments()) {
                if (assignment.hold() != null && assignment.hold().canExpire()) {
                    throw new Broken("a hold of " + incident.number() + " never ended: " + assignment.hold());
                }
            }
        }
    }

    private void everyPressCountsOnce() {
        Set<String> presses = new HashSet<>();
        for (Incident incident : stores.log().listAll()) {
            for (TimelineEntry entry : incident.timeline()) {
                if (entry.event() instanceof UnitStatusRecorded press
                        && !presses.add(press.deviceId() + " " + press.seq())) {
                    throw new Broken("press " + press.seq() + " of " + press.deviceId() + " counts twice");
                }
            }
        }
    }
}
