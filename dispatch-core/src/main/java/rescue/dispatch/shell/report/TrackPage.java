package rescue.dispatch.shell.report;

import java.time.Instant;
import java.util.List;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.shell.web.Tracking;

/**
 * What whoever reported sees of it. Nothing of what anybody else told, and nothing of where anybody is.
 *
 * @param code as in the address
 * @param number what to say on the telephone
 * @param auto whether the page loads itself again, for a browser without a script; then it has no form, which would lose
 *     what is being typed
 * @param more what is being said further
 * @param fault the phrase of what must be mended in it; empty when nothing
 * @param thanks the phrase of what was received; empty when nothing was sent
 */
public record TrackPage(
        String code,
        String number,
        AlertKind kind,
        Progress progress,
        Instant now,
        boolean auto,
        MoreForm more,
        String fault,
        String thanks) {

    /** Often enough to see a unit set out; each time costs two kilobytes. */
    public static final int REFRESH_S = 30;

    /** Beyond it people think in hours. */
    private static final int HOURS_FROM_MINUTES = 90;

    static TrackPage of(String code, Incident incident, Instant now, boolean auto, MoreForm more) {
        return new TrackPage(
                code,
                incident.number(),
                incident.firstAlert().kind(),
                Progress.of(incident, now),
                now,
                auto,
                more,
                "",
                "");
    }

    TrackPage withFault(String phrase) {
        return new TrackPage(code, number, kind, progress, now, auto, more, phrase, thanks);
    }

    TrackPage withThanks(String phrase) {
        return new TrackPage(code, number, kind, progress, now, auto, more, fault, phrase);
    }

    /** Whether anything can still be added. */
    public boolean isOpen() {
        return progress.state() != Tracking.CLOSED;
    }

    /** While somebody may still be waiting beside a patient. */
    public List<String> advice() {
        return switch (progress.state()) {
            case RECEIVED, UNIT_ASSIGNED, EN_ROUTE -> FirstAid.steps(kind);
            case ON_SCENE, TO_HOSPITAL, CLOSED -> List.of();
        };
    }

    public int refreshS() {
        return auto ? REFRESH_S : 0;
    }

    public String path() {
        return "/track/" + code;
    }

    public String stateKey() {
        return "report.track." + progress.state().name();
    }

    public boolean isLooking() {
        return progress.state() == Tracking.RECEIVED;
    }

    /** In words that promise nothing. */
    public String arrival(Frame frame) {
        Progress.Arrival arrival = progress.arrival();
        if (arrival == null) {
            return "";
        }
        long to = arrival.toMinutes();
        if (arrival.fromMinutes() == 0) {
            return frame.say("report.track.etaSoon");
        }
        if (to > HOURS_FROM_MINUTES) {
            return frame.say("report.track.etaHours", "h", to / 60, "m", to % 60);
        }
        return arrival.fromMinutes() == to
                ? frame.say("report.track.etaOne", "to", to)
                : frame.say("report.track.eta", "from", arrival.fromMinutes(), "to", to);
    }

    public String pictureOf(Progress.Step step) {
        return switch (step.mark()) {
            case DONE -> "done";
            case AHEAD -> "waiting";
            case NOW ->
                switch (progress.state()) {
                    case RECEIVED, CLOSED -> "done";
                    case UNIT_ASSIGNED, EN_ROUTE -> "ambulance";
                    case ON_SCENE -> "scene";
                    case TO_HOSPITAL -> "hospital";
                };
        };
    }
}
