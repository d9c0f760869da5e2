package rescue.dispatch.shell.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.CutOff;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.DestinationChangeAsked;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.DestinationKept;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
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
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.road.TravelSpread;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** What happened, as a sentence for people: the phrase {@code timeline.TYPE}. */
final class TimelineText {

    /** Of a description in one line of a timeline. */
    private static final int WORDS_SHOWN = 200;

    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    private final Phrases phrases;

    TimelineText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** {@code UnitAssigned} as {@code UNIT_ASSIGNED}; a status press, a hospital's answer and a way by what they say. */
    static String type(IncidentEvent event) {
        if (event instanceof UnitStatusRecorded recorded) {
            return recorded.status().name();
        }
        if (event instanceof PreArrivalAnswered answered) {
            return "PRE_ARRIVAL_" + answered.answer().name();
        }
        if (event instanceof IncidentOpened opened && opened.alert().transfer() != null) {
            return "TRANSFER_ASKED";
        }
        if (event instanceof UnitAssigned assigned && assigned.agreedBy() != null) {
            return "UNIT_ASSIGNED_TO_FULL";
        }
        if (event instanceof DestinationChanged changed && changed.agreedBy() != null) {
            return "DESTINATION_CHANGED_TO_FULL";
        }
        if (event instanceof TransferAnswered answered) {
            return "TRANSFER_" + answered.answer().name() + (answered.kept() == null ? "" : "_WITH_BED");
        }
        if (event instanceof PatientRecorded recorded
                && recorded.patient().otherColourByMethod().isPresent()) {
            return "PATIENT_AGAINST_METHOD";
        }
        if (event instanceof AlertJoined joined && joined.alert().told().equals(ToldPlace.NONE)) {
            return "ALERT_ADDED_TO";
        }
        if (event instanceof RouteChanged changed && changed.notice().before() == null) {
            return "ROUTE_OPEN_AGAIN";
        }
        return NAMES.computeIfAbsent(
                event.getClass(),
                type -> type.getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT));
    }

    String of(Incident incident, IncidentEvent event, Language language) {
        return phrases.text(
                language,
                "timeline." + type(event),
                args(incident, event, language).toArray());
    }

    /** From the minutes that half of such runs take to those that nine of ten do. */
    private static String minutes(TravelSpread spread) {
        return spread.p50().toMinutes() + "–" + spread.p90().toMinutes();
    }

    private List<Object> args(Incident incident, IncidentEvent event, Language language) {
        if (event instanceof IncidentOpened opened && opened.alert().transfer() != null) {
            TransferRequest transfer = opened.alert().transfer();
            return List.of(transfer.fromName(), transfer.toName(), word(language, "priority", opened.priority()));
        }
        if (event instanceof TransferAnswered answered) {
            String bed = answered.kept() == null ? "" : word(language, "bed", answered.kept());
            return List.of(answered.hospitalName(), orDash(answered.reason()), bed);
        }
        if (event instanceof TransferBedKept again) {
            return List.of(again.hospitalName(), word(language, "bed", again.kept()));
        }
        if (event instanceof TransferAskedAgain asked) {
            return List.of(asked.hospitalName());
        }
        if (event instanceof IncidentOpened opened) {
            return List.of(
                    word(language, "kind", opened.alert().kind()),
                    word(language, "source", opened.alert().source()),
                    word(language, "priority", opened.priority()));
        }
        if (event instanceof AlertJoined joined && joined.alert().told().equals(ToldPlace.NONE)) {
            return List.of(told(joined.alert(), language));
        }
        if (event instanceof AlertJoined joined) {
            return List.of(word(language, "source", joined.alert().source()), Math.round(joined.distanceM()));
        }
        if (event instanceof UnitAssigned assigned) {
            return List.of(
                    assigned.callSign(),
                    orDash(assigned.hospitalName()),
                    minutes(assigned.plan().etaSpread()),
                    minutes(assigned.plan().timeToCareSpread()),
                    orDash(assigned.agreedBy()));
        }
        if (event instanceof UnitStatusRecorded recorded) {
            return List.of(recorded.reason() == null ? "" : " (" + recorded.reason() + ")");
        }
        if (event instanceof PatientRecorded recorded) {
            return patient(incident, recorded, language);
        }
        if (event instanceof PreArrivalAnswered answered) {
            return List.of(hospital(incident, answered.hospitalId()), orDash(answered.reason()));
        }
        if (event instanceof DestinationChanged changed) {
            return List.of(changed.hospitalName(), orDash(changed.reason()), orDash(changed.agreedBy()));
        }
        if (event instanceof DestinationChangeAsked asked) {
            String wanted = asked.hospitalName() == null
                    ? ""
                    : " " + phrases.text(language, "destination.wanted", asked.hospitalName());
            return List.of(callSign(incident, asked.assignmentId()), wanted, asked.reason());
        }
        if (event instanceof DestinationKept kept) {
            return List.of(hospital(incident, kept.hospitalId()), orDash(kept.reason()));
        }
        if (event instanceof PhotoAdded photo) {
            UUID assignmentId = photo.assignmentId();
            return List.of(
                    assignmentId == null ? phrases.text(language, "photo.reporter") : callSign(incident, assignmentId),
                    photo.note() == null ? "" : ": " + photo.note());
        }
        if (event instanceof HoldExpired expired) {
            return List.of(hospital(incident, expired.hospitalId()));
        }
        if (event instanceof RouteChanged changed) {
            return List.of(
                    callSign(incident, changed.assignmentId()),
                    word(language, "leg", changed.leg()),
                    minutes(changed.notice().now()),
                    minutes(changed.notice().before()),
                    because(changed.notice()));
        }
        if (event instanceof UnitCutOff cutOff) {
            return cutOff(incident, cutOff, language);
        }
        if (event instanceof MergedInto merged) {
            return List.of(merged.intoNumber());
        }
        if (event instanceof IncidentAbsorbed absorbed) {
            return List.of(absorbed.otherNumber());
        }
        if (event instanceof MergeUndone undone) {
            return List.of(undone.otherNumber());
        }
        if (event instanceof IncidentClosed closed) {
            return List.of(word(language, "disposition", closed.disposition()), orDash(closed.note()));
        }
        if (event instanceof IncidentReopened reopened) {
            return List.of(reopened.reason());
        }
        if (event instanceof NoteAdded note) {
            return List.of(note.text());
        }
        return List.of();
    }

    /** The counts, then the words; the whole of a long story is with the alert. */
    private String told(Alert alert, Language language) {
        List<String> parts = new ArrayList<>();
        count(parts, language, "told.injured", alert.injured());
        count(parts, language, "told.dead", alert.dead());
        count(parts, language, "told.trapped", alert.trapped());
        String words = alert.description();
        if (words != null) {
            parts.add(words.length() <= WORDS_SHOWN ? words : words.substring(0, WORDS_SHOWN) + "…");
        }
        if (alert.reporterPhone() != null) {
            parts.add(alert.reporterPhone());
        }
        return String.join("; ", parts);
    }

    private void count(List<String> parts, Language language, String key, @Nullable Integer count) {
        if (count != null) {
            parts.add(phrases.text(language, key, count));
        }
    }

    /** By whom, the colour, who it is, and what the method would have said. */
    private List<Object> patient(Incident incident, PatientRecorded event, Language language) {
        Patient patient = event.patient();
        String who = "";
        if (patient.sex() != null) {
            who += ", " + word(language, "sex", patient.sex());
        }
        if (patient.ageYears() != null) {
            who += ", " + phrases.text(language, "patient.age", patient.ageYears());
        }
        return List.of(
                callSign(incident, event.assignmentId()),
                word(language, "triage", patient.triage()),
                who,
                patient.method() == null ? "–" : patient.method().name(),
                patient.otherColourByMethod()
                        .map(colour -> word(language, "triage", colour))
                        .orElse("–"));
    }

    private List<Object> cutOff(Incident incident, UnitCutOff event, Language language) {
        CutOff cutOff = event.notice().cutOff();
        return List.of(
                callSign(incident, event.assignmentId()),
                word(language, "leg", event.leg()),
                cutOff == null ? "–" : minutes(cutOff.drive()),
                cutOff == null ? "–" : String.format(Locale.ROOT, "%.1f", cutOff.walkM() / 1_000),
                cutOff == null ? "–" : minutes(cutOff.walk()),
                because(event.notice()));
    }

    private static String callSign(Incident incident, UUID assignmentId) {
        return incident.findAssignment(assignmentId).map(Assignment::callSign).orElse("–");
    }

    private static String minutes(@Nullable Duration duration) {
        return duration == null ? "–" : String.valueOf(Math.round(duration.toSeconds() / 60.0));
    }

    /** In the words of whoever entered the road closure. */
    private static String because(RouteNotice notice) {
        return notice.why() == null ? "" : " (" + notice.why() + ")";
    }

    /** By the name it had when the unit was sent there. */
    private static String hospital(Incident incident, String id) {
        for (TimelineEntry entry : incident.timeline()) {
            if (entry.event() instanceof UnitAssigned assigned
                    && id.equals(assigned.hospitalId())
                    && assigned.hospitalName() != null) {
                return assigned.hospitalName();
            }
            if (entry.event() instanceof DestinationChanged changed && id.equals(changed.hospitalId())) {
                return changed.hospitalName();
            }
        }
        return id;
    }

    private String word(Language language, String family, Enum<?> value) {
        return phrases.text(language, family + "." + value.name());
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
