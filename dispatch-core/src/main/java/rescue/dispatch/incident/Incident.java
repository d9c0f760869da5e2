package rescue.dispatch.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.PatientCards;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.decision.Need;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.DestinationChangeAsked;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.DestinationKept;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.IncidentAcknowledged;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.MergeUndone;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.incident.IncidentEvent.NoteAdded;
import rescue.dispatch.incident.IncidentEvent.PatientRecorded;
import rescue.dispatch.incident.IncidentEvent.PhotoAdded;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.RouteChanged;
import rescue.dispatch.incident.IncidentEvent.TransferAnswered;
import rescue.dispatch.incident.IncidentEvent.TransferAskedAgain;
import rescue.dispatch.incident.IncidentEvent.TransferBedKept;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitCutOff;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.transfer.Transfer;

/**
 * An incident as it stands: nothing but the fold of its events, in order.
 *
 * @param version how many events it rests on; the next event must be {@code version + 1}
 * @param told the place as last told
 * @param placement where it is held to be, and what must be asked
 * @param perhapsTheSameAs open incidents nearby when it was opened
 * @param absorbed incidents merged into this one
 * @param mergedInto the incident this one was merged into; null while it stands for itself
 * @param transfer when it is a hospital's patient who goes on to another; else null
 * @param disposition null while it is open
 * @param acknowledged who took notice first, since it was last as urgent as it is; null while the alarm goes on
 */
public record Incident(
        UUID id,
        String number,
        String trackingCode,
        IncidentStatus status,
        long version,
        Instant openedAt,
        ToldPlace told,
        Placement placement,
        List<Alert> alerts,
        List<Patient> patients,
        Priority priority,
        Need needs,
        List<Assignment> assignments,
        List<UUID> perhapsTheSameAs,
        Set<UUID> absorbed,
        @Nullable UUID mergedInto,
        @Nullable Transfer transfer,
        @Nullable Disposition disposition,
        @Nullable Acknowledgement acknowledged,
        List<TimelineEntry> timeline) {

    public Incident {
        alerts = List.copyOf(alerts);
        patients = List.copyOf(patients);
        assignments = List.copyOf(assignments);
        perhapsTheSameAs = List.copyOf(perhapsTheSameAs);
        absorbed = Set.copyOf(absorbed);
        timeline = List.copyOf(timeline);
    }

    /** The incident after all of {@code events}, the first of which opened it. */
    public static Incident fold(UUID id, List<IncidentEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof IncidentOpened opened)) {
            throw new IllegalArgumentException("incident " + id + " does not begin with its opening");
        }
        Incident incident = open(id, opened);
        for (IncidentEvent event : events.subList(1, events.size())) {
            incident = incident.after(event);
        }
        return incident;
    }

    private static Incident open(UUID id, IncidentOpened opened) {
        TransferRequest asked = opened.alert().transfer();
        return new Incident(
                id,
                opened.number(),
                opened.trackingCode(),
                IncidentStatus.OPEN,
                1,
                opened.at(),
                opened.alert().told(),
                opened.alert().placement(),
                List.of(opened.alert()),
                asked == null ? List.of() : List.of(asked.patient()),
                opened.priority(),
                opened.needs(),
                List.of(),
                opened.perhapsTheSameAs(),
                Set.of(),
                null,
                asked == null ? null : Transfer.asked(asked, opened.at()),
                null,
                null,
                List.of(new TimelineEntry(1, opened)));
    }

    /** What it has become after one more event. */
    public Incident after(IncidentEvent event) {
        Draft draft = new Draft(this, event);
        if (event instanceof AlertJoined joined) {
            draft.join(joined);
        } else if (event instanceof IncidentRevised revised) {
            draft.revise(revised);
        } else if (event instanceof UnitAssigned assigned) {
            draft.assignments.put(assigned.assignmentId(), AssignmentFold.assigned(assigned));
            draft.acknowledge(event); // whoever sends a unit has taken notice
        } else if (event instanceof UnitStatusRecorded recorded) {
            draft.change(recorded.assignmentId(), assignment -> AssignmentFold.recorded(assignment, recorded));
        } else if (event instanceof PatientRecorded recorded) {
            draft.record(recorded);
        } else if (event instanceof PreArrivalAnswered answered) {
            draft.change(answered.assignmentId(), assignment -> AssignmentFold.answered(assignment, answered));
        } else if (event instanceof DestinationChanged changed) {
            draft.change(changed.assignmentId(), assignment -> AssignmentFold.diverted(assignment, changed));
        } else if (event instanceof DestinationChangeAsked asked) {
            draft.change(asked.assignmentId(), assignment -> AssignmentFold.asked(assignment, asked));
        } else if (event instanceof DestinationKept kept) {
            draft.change(kept.assignmentId(), AssignmentFold::destinationKept);
        } else if (event instanceof HoldExpired expired) {
            draft.change(expired.assignmentId(), AssignmentFold::holdExpired);
        } else if (event instanceof RouteChanged changed) {
            draft.change(
                    changed.assignmentId(),
                    assignment -> AssignmentFold.routed(assignment, changed.leg(), changed.notice()));
        } else if (event instanceof UnitCutOff cutOff) {
            draft.change(
                    cutOff.assignmentId(),
                    assignment -> AssignmentFold.routed(assignment, cutOff.leg(), cutOff.notice()));
        } else if (event instanceof TransferAnswered answered) {
            draft.move(transfer ->
                    transfer.answered(answered.answer(), answered.reason(), answered.at(), answered.kept()));
        } else if (event instanceof TransferBedKept again) {
            draft.move(transfer -> transfer.keeping(again.kept()));
        } else if (event instanceof TransferAskedAgain asked) {
            draft.move(transfer -> transfer.askedOf(asked.hospitalId(), asked.hospitalName(), asked.at()));
        } else if (event instanceof MergedInto merged) {
            draft.status = IncidentStatus.MERGED;
            draft.mergedInto = merged.intoId();
        } else if (event instanceof IncidentAbsorbed absorption) {
            draft.absorbed.add(absorption.otherId());
        } else if (event instanceof MergeUndone undone) {
            draft.undoMerge(undone);
        } else if (event instanceof IncidentClosed closed) {
            draft.status = IncidentStatus.CLOSED;
            draft.disposition = closed.disposition();
        } else if (event instanceof IncidentReopened) {
            draft.status = IncidentStatus.OPEN;
            draft.disposition = null;
            draft.acknowledge(event); // whoever reopens it has it before him
        } else if (event instanceof IncidentAcknowledged) {
            draft.acknowledge(event);
        } else if (!(event instanceof NoteAdded || event instanceof PhotoAdded)) { // these stand in the timeline alone
            throw new IllegalStateException("cannot happen to an open incident: " + event);
        }
        return draft.done();
    }

    public boolean isOpen() {
        return status == IncidentStatus.OPEN;
    }

    public Optional<Assignment> findAssignment(UUID assignmentId) {
        return assignments.stream()
                .filter(assignment -> assignment.id().equals(assignmentId))
                .findFirst();
    }

    /** What that device sent with that number; empty when this incident has not heard it. */
    public Optional<DevicePress> findPress(String deviceId, long seq) {
        return timeline.stream()
                .map(TimelineEntry::event)
                .filter(DevicePress.class::isInstance)
                .map(DevicePress.class::cast)
                .filter(press -> press.seq() == seq && press.deviceId().equals(deviceId))
                .findFirst();
    }

    /** The patients once that card is in; of two that were sent in the wrong order the one written last counts. */
    public List<Patient> patientsWith(PatientRecorded card) {
        boolean isOutdated = timeline.stream()
                .map(TimelineEntry::event)
                .anyMatch(event ->
                        event instanceof PatientRecorded other && other.isOfSameCard(card) && other.isAfter(card));
        return isOutdated ? patients : PatientCards.with(patients, card.patient());
    }

    public int countPhotos() {
        return (int) photos().count();
    }

    /** Those that came with a tracking code. */
    public int countPhotosByReporters() {
        return (int) photos().filter(photo -> photo.assignmentId() == null).count();
    }

    private Stream<PhotoAdded> photos() {
        return timeline.stream()
                .map(TimelineEntry::event)
                .filter(PhotoAdded.class::isInstance)
                .map(PhotoAdded.class::cast);
    }

    public List<Assignment> activeAssignments() {
        return assignments.stream().filter(Assignment::isActive).toList();
    }

    /** The first alert: what it was opened for. */
    public Alert firstAlert() {
        return alerts.get(0);
    }

    /** The most that any alert told, since the first caller rarely sees everyone; null when nobody said. */
    public @Nullable Integer injured() {
        return most(Alert::injured);
    }

    /** As {@link #injured()}, for the dead. */
    public @Nullable Integer dead() {
        return most(Alert::dead);
    }

    /** As {@link #injured()}, for those who cannot get out. */
    public @Nullable Integer trapped() {
        return most(Alert::trapped);
    }

    private @Nullable Integer most(Function<Alert, @Nullable Integer> told) {
        Integer most = null;
        for (Alert alert : alerts) {
            Integer count = told.apply(alert);
            if (count != null && (most == null || count > most)) {
                most = count;
            }
        }
        return most;
    }

    /** The parts that events change, between two incidents. */
    private static final class Draft {
        private final Incident before;
        private final IncidentEvent event;
        private final List<Alert> alerts;
        private final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
        private final Set<UUID> absorbed;
        private IncidentStatus status;
        private ToldPlace told;
        private Placement placement;
        private List<Patient> patients;
        private Priority priority;
        private Need needs;
        private @Nullable UUID mergedInto;
        private @Nullable Transfer transfer;
        private @Nullable Disposition disposition;
        private @Nullable Acknowledgement acknowledged;

        private Draft(Incident before, IncidentEvent event) {
            this.before = before;
            this.event = event;
            alerts = new ArrayList<>(before.alerts);
            before.assignments.forEach(assignment -> assignments.put(assignment.id(), assignment));
            absorbed = new LinkedHashSet<>(before.absorbed);
            status = before.status;
            told = before.told;
            placement = before.placement;
            patients = before.patients;
            priority = before.priority;
            needs = before.needs;
            mergedInto = before.mergedInto;
            transfer = before.transfer;
            disposition = before.disposition;
            acknowledged = before.acknowledged;
        }

        /** The first one counts. */
        private void acknowledge(IncidentEvent by) {
            if (acknowledged == null) {
                acknowledged = new Acknowledgement(by.at(), by.by());
            }
        }

        private void join(AlertJoined joined) {
            alerts.add(joined.alert());
            boolean tellsWhere = !joined.alert().told().equals(ToldPlace.NONE);
            if (placement.located() == null && tellsWhere) { // the second caller may know where the first did not
                told = joined.alert().told();
                placement = joined.alert().placement();
            }
            if (joined.priority().compareTo(priority) < 0) { // the second caller sees who is trapped
                priority = joined.priority();
                needs = needs.and(joined.needs());
                acknowledged = null; // what was taken notice of was less than this
            }
        }

        private void revise(IncidentRevised revised) {
            priority = or(revised.priority(), priority);
            told = or(revised.told(), told);
            placement = or(revised.placement(), placement);
            patients = or(revised.patients(), patients);
            needs = or(revised.needs(), needs);
        }

        private void record(PatientRecorded recorded) {
            patients = before.patientsWith(recorded);
            priority = recorded.priority();
            needs = needs.raisedBy(recorded.needs());
        }

        private static <T> T or(@Nullable T better, T asBefore) {
            return better == null ? asBefore : better;
        }

        private void undoMerge(MergeUndone undone) {
            if (undone.otherId().equals(mergedInto)) {
                mergedInto = null;
                status = IncidentStatus.OPEN;
            } else {
                absorbed.remove(undone.otherId());
            }
        }

        private void move(UnaryOperator<Transfer> move) {
            if (transfer == null) {
                throw new IllegalStateException("no transfer for " + event);
            }
            transfer = move.apply(transfer);
        }

        private void change(UUID assignmentId, UnaryOperator<Assignment> change) {
            if (assignments.computeIfPresent(assignmentId, (id, assignment) -> change.apply(assignment)) == null) {
                throw new IllegalStateException("no assignment " + assignmentId + " for " + event);
            }
        }

        private Incident done() {
            if (transfer != null && (event instanceof UnitAssigned || status != IncidentStatus.OPEN)) {
                transfer = transfer.keepingNone(); // the unit's hold takes its place, or the matter is over
            }
            List<TimelineEntry> timeline = new ArrayList<>(before.timeline);
            timeline.add(new TimelineEntry(before.version + 1, event));
            return new Incident(
                    before.id,
                    before.number,
                    before.trackingCode,
                    status,
                    before.version + 1,
                    before.openedAt,
                    told,
                    placement,
                    alerts,
                    patients,
                    priority,
                    needs,
                    List.copyOf(assignments.values()),
                    before.perhapsTheSameAs,
                    absorbed,
                    mergedInto,
                    transfer,
                    disposition,
                    acknowledged,
                    timeline);
        }
    }
}
