package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.MergeUndone;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;

/** Two incidents turn out to be one, or the merge turns out to be a mistake. Both are told in one transaction. */
public final class MergeIncidents {

    private final IncidentLog log;
    private final InstantSource clock;
    private final ChangeBell bell;

    public MergeIncidents(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.clock = clock;
        this.bell = bell;
    }

    /** Merges {@code id} into {@code into}; refused while a unit is out for {@code id}. */
    public Future<Outcome<Incident>> merge(UUID id, UUID into, String by) {
        if (id.equals(into)) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.MERGE_INTO_ITSELF));
        }
        return both(id, into)
                .compose(found -> found.fold(
                        pair -> merge(pair.one, pair.other, by), refused -> Future.succeededFuture(refused.as())));
    }

    private Future<Outcome<Incident>> merge(Incident one, Incident into, String by) {
        if (!one.isOpen() || !into.isOpen()) {
            Incident notOpen = one.isOpen() ? into : one;
            return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, notOpen.status()));
        }
        List<Assignment> stillOut = one.activeAssignments();
        if (!stillOut.isEmpty()) {
            return Future.succeededFuture(Outcome.refused(
                    RefusalCode.ASSIGNMENTS_ACTIVE,
                    String.join(
                            ", ", stillOut.stream().map(Assignment::callSign).toList())));
        }
        Instant now = clock.instant();
        var merged = new MergedInto(into.id(), into.number(), now, by);
        var absorbed = new IncidentAbsorbed(one.id(), one.number(), now, by);
        return write(one.after(merged), entry(one, merged), entry(into, absorbed));
    }

    /** Both stand for themselves again. */
    public Future<Outcome<Incident>> unmerge(UUID id, String by) {
        return log.find(id).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, id));
            }
            UUID into = found.get().mergedInto();
            if (into == null) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.NOT_MERGED));
            }
            return both(id, into)
                    .compose(pair -> pair.fold(
                            two -> unmerge(two.one, two.other, by), refused -> Future.succeededFuture(refused.as())));
        });
    }

    private Future<Outcome<Incident>> unmerge(Incident one, Incident from, String by) {
        Instant now = clock.instant();
        var ours = new MergeUndone(from.id(), from.number(), now, by);
        var theirs = new MergeUndone(one.id(), one.number(), now, by);
        return write(one.after(ours), entry(one, ours), entry(from, theirs));
    }

    private Future<Outcome<Incident>> write(Incident after, Entry one, Entry other) {
        return log.append(List.of(one, other)).map(appended -> {
            if (appended instanceof Appended.Done) {
                bell.ring();
                return Outcome.done(after);
            }
            return Outcome.refused(RefusalCode.TRY_AGAIN);
        });
    }

    private static Entry entry(Incident incident, rescue.dispatch.incident.IncidentEvent event) {
        return new Entry(incident.id(), incident.version(), event);
    }

    private Future<Outcome<Pair>> both(UUID one, UUID other) {
        return Future.all(log.find(one), log.find(other)).map(found -> {
            Optional<Incident> first = found.resultAt(0);
            Optional<Incident> second = found.resultAt(1);
            return first.isPresent() && second.isPresent()
                    ? Outcome.done(new Pair(first.get(), second.get()))
                    : Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, first.isPresent() ? other : one);
        });
    }

    private record Pair(Incident one, Incident other) {}
}
