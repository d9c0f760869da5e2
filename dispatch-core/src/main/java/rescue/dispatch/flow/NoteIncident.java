package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.NoteAdded;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/** A line in the timeline, in the operator's words. The record of an incident that is over is open to notes as well. */
public final class NoteIncident {

    private final IncidentChange change;
    private final InstantSource clock;

    public NoteIncident(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    public Future<Outcome<Incident>> note(UUID incidentId, String text, String by) {
        return change.byId(incidentId, incident -> decide(incident, text, by));
    }

    private Outcome<Optional<IncidentEvent>> decide(Incident incident, String text, String by) {
        if (text.isBlank()) {
            return Outcome.refused(RefusalCode.TEXT_MISSING, "text");
        }
        return Outcome.done(
                isSentAgain(incident, text, by)
                        ? Optional.empty()
                        : Optional.of(new NoteAdded(text, clock.instant(), by)));
    }

    /** The same words of the same person with nothing in between: a page that heard no answer has sent them again. */
    private static boolean isSentAgain(Incident incident, String text, String by) {
        List<TimelineEntry> timeline = incident.timeline();
        return timeline.get(timeline.size() - 1).event() instanceof NoteAdded last
                && last.text().equals(text)
                && last.by().equals(by);
    }
}
