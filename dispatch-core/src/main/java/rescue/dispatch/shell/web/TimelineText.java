package rescue.dispatch.shell.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.MergeUndone;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** What happened, as a sentence for people: the phrase {@code timeline.TYPE}. */
final class TimelineText {

    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    private final Phrases phrases;

    TimelineText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** {@code UnitAssigned} as {@code UNIT_ASSIGNED}; a status press and a hospital's answer by what they say. */
    static String type(IncidentEvent event) {
        if (event instanceof UnitStatusRecorded recorded) {
            return recorded.status().name();
        }
        if (event instanceof PreArrivalAnswered answered) {
            return "PRE_ARRIVAL_" + answered.answer().name();
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

    private List<Object> args(Incident incident, IncidentEvent event, Language language) {
        if (event instanceof IncidentOpened opened) {
            return List.of(
                    word(language, "kind", opened.alert().kind()),
                    word(language, "source", opened.alert().source()),
                    word(language, "priority", opened.priority()));
        }
        if (event instanceof AlertJoined joined) {
            return List.of(word(language, "source", joined.alert().source()), Math.round(joined.distanceM()));
        }
        if (event instanceof UnitAssigned assigned) {
            return List.of(
                    assigned.callSign(),
                    orDash(assigned.hospitalName()),
                    assigned.plan().eta().toMinutes(),
                    assigned.plan().timeToCare().toMinutes());
        }
        if (event instanceof UnitStatusRecorded recorded) {
            return List.of(recorded.reason() == null ? "" : " (" + recorded.reason() + ")");
        }
        if (event instanceof PreArrivalAnswered answered) {
            return List.of(hospital(incident, answered.hospitalId()), orDash(answered.reason()));
        }
        if (event instanceof DestinationChanged changed) {
            return List.of(changed.hospitalName(), orDash(changed.reason()));
        }
        if (event instanceof HoldExpired expired) {
            return List.of(hospital(incident, expired.hospitalId()));
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
        return List.of();
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
