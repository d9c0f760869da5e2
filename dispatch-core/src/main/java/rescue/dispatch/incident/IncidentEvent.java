package rescue.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.decision.Need;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.road.VehicleClass;

/**
 * One thing that happened to an incident. Past tense, never changed, never deleted: the medico-legal record. A new kind
 * must be added to {@link Incident#after} and to the stored form; a test over all permitted subclasses holds both.
 */
public sealed interface IncidentEvent {

    /** When we wrote it down, by our clock. */
    Instant at();

    /** Who did it: an account, {@code public} or {@code system}. */
    String by();

    /**
     * An alert opened it.
     *
     * @param number for people, {@code 2026-000123}
     * @param trackingCode for whoever reported: unguessable, shows nothing private
     * @param perhapsTheSameAs open incidents nearby that the operator should compare
     */
    record IncidentOpened(
            String number,
            String trackingCode,
            Alert alert,
            Priority priority,
            Need needs,
            List<UUID> perhapsTheSameAs,
            Instant at,
            String by)
            implements IncidentEvent {}

    /**
     * One more alert about the same thing.
     *
     * @param priority by what this caller said; raises the incident's, never lowers it
     * @param needs what that urgency asks for, beside what was asked for before
     */
    record AlertJoined(Alert alert, double distanceM, Priority priority, Need needs, Instant at, String by)
            implements IncidentEvent {}

    /** Somebody knows better; what is null stays as it was. */
    record IncidentRevised(
            @Nullable Priority priority,
            @Nullable ToldPlace told,
            @Nullable Placement placement,
            @Nullable List<Patient> patients,
            @Nullable Need needs,
            Instant at,
            String by)
            implements IncidentEvent {}

    /**
     * A unit was sent; in the same transaction it was claimed and, where one could be, a bed was held.
     *
     * @param hold null when there is no destination, or it never reported such beds
     * @param overrideReason why the operator went against a rule; null when no rule was in the way
     * @param agreedBy who else agreed to send it to a house without a free bed, name and post; null when one was free
     * @param carries the patients it is sent for, of a plan for many; empty when nobody said, and then it is one
     */
    record UnitAssigned(
            UUID assignmentId,
            String unitId,
            String callSign,
            VehicleClass vehicle,
            @Nullable String hospitalId,
            @Nullable String hospitalName,
            @Nullable Hold hold,
            Plan plan,
            @Nullable String overrideReason,
            @Nullable String agreedBy,
            @Nullable List<TriageCategory> carries,
            Instant at,
            String by)
            implements IncidentEvent {

        public UnitAssigned {
            carries = carries == null ? List.of() : List.copyOf(carries); // events before there were plans have none
        }

        /** One that is sent for whoever is there. */
        public UnitAssigned(
                UUID assignmentId,
                String unitId,
                String callSign,
                VehicleClass vehicle,
                @Nullable String hospitalId,
                @Nullable String hospitalName,
                @Nullable Hold hold,
                Plan plan,
                @Nullable String overrideReason,
                Instant at,
                String by) {
            this(
                    assignmentId,
                    unitId,
                    callSign,
                    vehicle,
                    hospitalId,
                    hospitalName,
                    hold,
                    plan,
                    overrideReason,
                    null,
                    List.of(),
                    at,
                    by);
        }

        @Override
        public List<TriageCategory> carries() {
            return carries == null ? List.of() : carries;
        }
    }

    /**
     * The crew, or an operator for it, pressed the next status.
     *
     * @param pressedAt by the clock of the device that was pressed
     * @param deviceId which device
     * @param seq the device's own count; the same press twice has the same number
     * @param reason why, when the unit was stood down and somebody said so
     */
    record UnitStatusRecorded(
            UUID assignmentId,
            AssignmentStatus status,
            Instant pressedAt,
            String deviceId,
            long seq,
            @Nullable String reason,
            Instant at,
            String by)
            implements IncidentEvent, DevicePress {

        @Override
        public String what() {
            return status.name();
        }
    }

    /**
     * A crew wrote a patient's card, or wrote it anew.
     *
     * @param priority of the incident with this card: higher than before, or as before
     * @param needs what the patients with this card imply; added to what was asked for
     * @param recordedAt by the clock of the device
     */
    record PatientRecorded(
            UUID assignmentId,
            Patient patient,
            Priority priority,
            Need needs,
            Instant recordedAt,
            String deviceId,
            long seq,
            Instant at,
            String by)
            implements IncidentEvent, DevicePress {

        /** Whether that one was written before this one: by the count of one device, by the clocks of two. */
        boolean isAfter(PatientRecorded other) {
            return deviceId.equals(other.deviceId) ? seq > other.seq : recordedAt.isAfter(other.recordedAt);
        }

        boolean isOfSameCard(PatientRecorded other) {
            return Objects.equals(patient.id(), other.patient.id());
        }

        @Override
        public String what() {
            return "PATIENT";
        }
    }

    /** The destination answered the pre-arrival notice; a decline gives the bed back and leaves the destination open. */
    record PreArrivalAnswered(
            UUID assignmentId,
            String hospitalId,
            PreArrivalAnswer answer,
            @Nullable String reason,
            Instant at,
            String by)
            implements IncidentEvent {}

    /**
     * Another destination; the bed at the old one was given back, one at the new one held.
     *
     * @param agreedBy who else agreed to go to a house without a free bed, name and post; null when one was free
     */
    record DestinationChanged(
            UUID assignmentId,
            String hospitalId,
            String hospitalName,
            @Nullable Hold hold,
            Plan plan,
            @Nullable String reason,
            @Nullable String agreedBy,
            Instant at,
            String by)
            implements IncidentEvent {

        /** One to a house that has a bed. */
        public DestinationChanged(
                UUID assignmentId,
                String hospitalId,
                String hospitalName,
                @Nullable Hold hold,
                Plan plan,
                @Nullable String reason,
                Instant at,
                String by) {
            this(assignmentId, hospitalId, hospitalName, hold, plan, reason, null, at, by);
        }
    }

    /**
     * The crew asks for another hospital; the desk decides.
     *
     * @param hospitalId where it would rather go; null when it leaves that to the desk
     * @param askedAt by the clock of the device
     */
    record DestinationChangeAsked(
            UUID assignmentId,
            @Nullable String hospitalId,
            @Nullable String hospitalName,
            String reason,
            Instant askedAt,
            String deviceId,
            long seq,
            Instant at,
            String by)
            implements IncidentEvent, DevicePress {

        @Override
        public String what() {
            return "DESTINATION_ASK";
        }
    }

    /** The crew asked for another hospital and is to go where it goes; nothing else changes. */
    record DestinationKept(
            UUID assignmentId, String hospitalId, @Nullable String reason, Instant at, String by)
            implements IncidentEvent {}

    /**
     * A photo from the scene; the picture is kept beside the log.
     *
     * @param assignmentId whose crew took it; null when whoever reported did
     * @param takenAt by the clock of the device
     */
    record PhotoAdded(
            UUID photoId,
            @Nullable UUID assignmentId,
            @Nullable String note,
            Instant takenAt,
            Instant at,
            String by) implements IncidentEvent {}

    /** The unit did not come in time and the bed was given back. */
    record HoldExpired(UUID assignmentId, String hospitalId, Instant at, String by) implements IncidentEvent {}

    /** The roads changed, and with them the way of a unit that is out: another way, another time, or a way again. */
    record RouteChanged(UUID assignmentId, Leg leg, RouteNotice notice, Instant at, String by)
            implements IncidentEvent {}

    /** The roads changed, and none leads any more to where a unit is going. */
    record UnitCutOff(UUID assignmentId, Leg leg, RouteNotice notice, Instant at, String by) implements IncidentEvent {}

    /**
     * The hospital that a transfer was asked of has answered.
     *
     * @param kept the bed that it keeps until a unit is sent; null after a decline, and where no such bed was free
     */
    record TransferAnswered(
            String hospitalId,
            String hospitalName,
            PreArrivalAnswer answer,
            @Nullable String reason,
            @Nullable BedKind kept,
            Instant at,
            String by)
            implements IncidentEvent {}

    /** The unit of a transfer was stood down, and the hospital that accepted keeps a bed again until the next is sent. */
    record TransferBedKept(String hospitalId, String hospitalName, BedKind kept, Instant at, String by)
            implements IncidentEvent {}

    /** Another hospital is asked to take the patient of a transfer. */
    record TransferAskedAgain(String hospitalId, String hospitalName, Instant at, String by) implements IncidentEvent {}

    /** It turned out to be a report of another incident. */
    record MergedInto(UUID intoId, String intoNumber, Instant at, String by) implements IncidentEvent {}

    /** Another incident turned out to be a report of this one. */
    record IncidentAbsorbed(UUID otherId, String otherNumber, Instant at, String by) implements IncidentEvent {}

    /** The merge was a mistake; both stand for themselves again. */
    record MergeUndone(UUID otherId, String otherNumber, Instant at, String by) implements IncidentEvent {}

    /** It is over. */
    record IncidentClosed(Disposition disposition, @Nullable String note, Instant at, String by)
            implements IncidentEvent {}

    /** It was not over after all. What was ended stays ended: no unit comes back by itself, and no bed. */
    record IncidentReopened(String reason, Instant at, String by) implements IncidentEvent {}

    /** Somebody at the desk has taken notice; the alarm ends at every desk. */
    record IncidentAcknowledged(Instant at, String by) implements IncidentEvent {}

    /** A line for the record, in the operator's words. */
    record NoteAdded(String text, Instant at, String by) implements IncidentEvent {}
}
