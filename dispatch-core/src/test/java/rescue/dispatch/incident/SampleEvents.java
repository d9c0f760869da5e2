package rescue.dispatch.incident;

import static rescue.dispatch.story.Samples.EMERGENCY_CARE;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.TRAUMA_CARE;
import static rescue.dispatch.story.Samples.alert;
import static rescue.dispatch.story.Samples.hold;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.minute;
import static rescue.dispatch.story.Samples.patients;
import static rescue.dispatch.story.Samples.placement;
import static rescue.dispatch.story.Samples.plan;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.Sex;
import rescue.dispatch.alert.TransferPaper;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.alert.TriageFindings;
import rescue.dispatch.alert.TriageMethod;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.CutOff;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.Service;
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
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.story.Samples;

/** One of every kind of event, in an order in which they can happen; used wherever all kinds must be known. */
public final class SampleEvents {

    private SampleEvents() {}

    public static IncidentOpened opened() {
        return new IncidentOpened(
                "2026-000001",
                "K7M2QX",
                alert(AlertKind.TRAFFIC_COLLISION, SCENE),
                Priority.P2,
                EMERGENCY_CARE,
                List.of(),
                minute(0),
                "public");
    }

    /** A transfer: the first line of every kind, so that what follows one can follow it. */
    public static IncidentOpened askedByAWard() {
        Alert said = alert(AlertKind.MEDICAL, SCENE);
        var patient = new Patient(TriageCategory.RED, "cannot breathe", null, Sex.FEMALE, 61, null, null);
        var paper = new TransferPaper(
                "Lò Thị Mai",
                1965,
                "Tân Uyên",
                "GD4",
                "pneumonia",
                "SpO2 82",
                "oxygen",
                "drowsy",
                "no ventilator",
                "nurse");
        var request = new TransferRequest(
                "huyen", "huyen", "tinh", "tinh", patient, BedKind.ICU, Set.of(Service.VENTILATOR), paper);
        return new IncidentOpened(
                "2026-000001",
                "K7M2QX",
                new Alert(
                        said.id(),
                        AlertSource.HOSPITAL,
                        said.kind(),
                        null,
                        said.told(),
                        said.placement(),
                        1,
                        null,
                        null,
                        patient.note(),
                        null,
                        said.receivedAt(),
                        request),
                Priority.P1,
                EMERGENCY_CARE,
                List.of(),
                minute(0),
                "ward");
    }

    public static AlertJoined joined(Priority priority, @Nullable Integer injured) {
        var alert = Samples.alert(AlertKind.TRAFFIC_COLLISION, SCENE, null, injured, null, null, minute(1));
        return new AlertJoined(
                alert, 12.5, priority, priority == Priority.P1 ? TRAUMA_CARE : EMERGENCY_CARE, minute(1), "public");
    }

    public static IncidentRevised revised() {
        return new IncidentRevised(
                Priority.P1,
                null,
                placement(SCENE),
                patients(TriageCategory.RED, TriageCategory.YELLOW),
                TRAUMA_CARE,
                minute(2),
                "operator");
    }

    public static UnitAssigned assigned(String unit, @Nullable String hospital, @Nullable Hold hold) {
        return new UnitAssigned(
                id(unit),
                unit,
                unit,
                VehicleClass.AMBULANCE,
                hospital,
                hospital,
                hold,
                plan(40),
                null,
                minute(3),
                "operator");
    }

    public static UnitStatusRecorded pressed(String unit, AssignmentStatus status, long minute) {
        return new UnitStatusRecorded(id(unit), status, minute(minute), "tablet", minute, null, minute(minute), "crew");
    }

    /** Seen by the crew: a card with everything on it, and a colour that START would not have given. */
    public static PatientRecorded carded(String unit, String card, TriageCategory colour) {
        var findings = new TriageFindings(false, true, null, 34, true, 1.5, true, false, true, false, true);
        var patient = new Patient(colour, "đau ngực", card, Sex.MALE, 34, TriageMethod.START, findings);
        return new PatientRecorded(
                id(unit), patient, Priority.P1, TRAUMA_CARE, minute(12), "tablet", 12, minute(13), "crew");
    }

    public static PreArrivalAnswered answered(String unit, String hospital, PreArrivalAnswer answer) {
        return new PreArrivalAnswered(id(unit), hospital, answer, "full", minute(20), "hospital");
    }

    public static DestinationChangeAsked asked(String unit, String hospital) {
        return new DestinationChangeAsked(
                id(unit), hospital, "Bệnh viện tỉnh", "cần mổ", minute(23), "tablet", 24, minute(24), "crew");
    }

    public static DestinationChanged changed(String unit, String hospital) {
        return new DestinationChanged(
                id(unit), hospital, hospital, hold(HoldState.FIRM), plan(55), "declined", minute(21), "operator");
    }

    public static HoldExpired expired(String unit, String hospital) {
        return new HoldExpired(id(unit), hospital, minute(90), "system");
    }

    /** The road to the next hospital is cut; ten minutes more by another. */
    public static RouteChanged rerouted(String unit) {
        return new RouteChanged(
                id(unit),
                Leg.HOSPITAL,
                new RouteNotice(
                        minute(22),
                        8,
                        Duration.ofMinutes(40),
                        Duration.ofMinutes(50),
                        null,
                        List.of(id("landslide")),
                        List.of(),
                        "QL4D Km52+000: sạt lở"),
                minute(22),
                "system");
    }

    public static UnitCutOff cutOff(String unit) {
        var howFar = new CutOff(SCENE, Duration.ofMinutes(12), 2_400, Duration.ofMinutes(36));
        return new UnitCutOff(
                id(unit),
                Leg.HOSPITAL,
                new RouteNotice(
                        minute(23), 9, Duration.ofMinutes(50), null, howFar, List.of(id("slide")), List.of(), null),
                minute(23),
                "system");
    }

    public static IncidentClosed closed() {
        return new IncidentClosed(Disposition.TRANSPORTED, null, minute(200), "operator");
    }

    public static IncidentReopened reopened() {
        return new IncidentReopened("somebody lies below the bridge", minute(201), "operator");
    }

    public static IncidentAcknowledged acknowledged(String by, long minute) {
        return new IncidentAcknowledged(minute(minute), by);
    }

    public static NoteAdded noted(String text) {
        return new NoteAdded(text, minute(203), "operator");
    }

    /** Every kind, once. */
    public static List<IncidentEvent> ofEveryKind() {
        return List.of(
                askedByAWard(),
                joined(Priority.P2, 2),
                revised(),
                assigned("a1", "tinh", hold(HoldState.FIRM)),
                pressed("a1", AssignmentStatus.ACKNOWLEDGED, 4),
                carded("a1", "card-1", TriageCategory.YELLOW),
                answered("a1", "tinh", PreArrivalAnswer.DECLINE),
                changed("a1", "huyen"),
                asked("a1", "tinh"),
                new DestinationKept(id("a1"), "huyen", null, minute(25), "operator"),
                new PhotoAdded(id("photo"), id("a1"), "đầu xe tải", minute(26), minute(27), "crew"),
                rerouted("a1"),
                cutOff("a1"),
                expired("a1", "huyen"),
                new TransferAnswered(
                        "tinh",
                        "tinh",
                        PreArrivalAnswer.ACCEPT_IF,
                        "bring the pictures",
                        BedKind.ICU,
                        minute(98),
                        "nurse"),
                new TransferBedKept("tinh", "tinh", BedKind.ICU, minute(98), "system"),
                new TransferAskedAgain("huyen", "huyen", minute(99), "ward"),
                new IncidentAbsorbed(id("other"), "2026-000002", minute(100), "operator"),
                new MergeUndone(id("other"), "2026-000002", minute(101), "operator"),
                new MergedInto(id("third"), "2026-000003", minute(102), "operator"),
                closed(),
                reopened(),
                acknowledged("operator", 202),
                noted("the caller waits at the bridge"));
    }
}
