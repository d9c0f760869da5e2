package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.decision.Need;
import rescue.dispatch.incident.Acknowledgement;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentStatus;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.shell.phrases.Language;

/** An incident as the contract writes it. */
final class IncidentJson {

    private final TimelineText timelineText;

    IncidentJson(TimelineText timelineText) {
        this.timelineText = timelineText;
    }

    /** Everything, with the timeline in that language. */
    JsonObject whole(Incident incident, Language language, Instant now) {
        JsonArray alerts = new JsonArray();
        incident.alerts().forEach(alert -> alerts.add(alert(incident, alert)));
        JsonArray timeline = new JsonArray();
        for (TimelineEntry entry : incident.timeline()) {
            timeline.add(new JsonObject()
                    .put("seq", entry.version())
                    .put("at", entry.event().at().toString())
                    .put("type", TimelineText.type(entry.event()))
                    .put("text", timelineText.of(incident, entry.event(), language))
                    .put("by", entry.event().by()));
        }
        UUID mergedInto = incident.mergedInto();
        return summary(incident, now)
                .put("alerts", alerts)
                .put("mergedInto", mergedInto == null ? null : mergedInto.toString())
                .put(
                        "disposition",
                        incident.disposition() == null
                                ? null
                                : incident.disposition().name())
                .put("closedAt", closedAt(incident))
                .put("timeline", timeline);
    }

    /** As the queue shows it. */
    JsonObject summary(Incident incident, Instant now) {
        JsonArray assignments = new JsonArray();
        incident.assignments().forEach(assignment -> assignments.add(AssignmentJson.of(incident, assignment, now)));
        JsonArray duplicates = new JsonArray();
        incident.perhapsTheSameAs().forEach(id -> duplicates.add(new JsonObject().put("incidentId", id.toString())));
        return new JsonObject()
                .put("id", incident.id().toString())
                .put("number", incident.number())
                .put("trackingCode", incident.trackingCode())
                .put("status", incident.status().name())
                .put("version", incident.version())
                .put("openedAt", incident.openedAt().toString())
                .put("acknowledged", acknowledged(incident.acknowledged()))
                .put("kind", incident.firstAlert().kind().name())
                .put("priority", incident.priority().name())
                .put("place", place(incident))
                .put("patients", PatientJson.all(incident.patients()))
                .put("injured", orZero(incident.injured()))
                .put("dead", orZero(incident.dead()))
                .put("trapped", orZero(incident.trapped()))
                .put("needs", needs(incident.needs()))
                .put("photos", incident.countPhotos())
                .put("transfer", TransferJson.of(incident, now))
                .put("possibleDuplicates", duplicates)
                .put("assignments", assignments);
    }

    static JsonObject place(Incident incident) {
        JsonArray told = new JsonArray();
        for (Alert alert : incident.alerts()) {
            if (alert.told().equals(ToldPlace.NONE)
                    && !alert.id().equals(incident.firstAlert().id())) {
                continue; // whoever added to his report said nothing of the place
            }
            told.add(ToldPlaceJson.write(alert.told())
                    .put("alertId", alert.id().toString())
                    .put("at", alert.receivedAt().toString()));
        }
        if (!incident.told().equals(incident.firstAlert().told())) {
            told.add(ToldPlaceJson.write(incident.told()));
        }
        return new JsonObject()
                .put("told", told)
                .put("located", located(incident.placement().located()))
                .put("flags", AlertRoutes.flags(incident));
    }

    static JsonObject needs(Need need) {
        JsonArray capabilities = new JsonArray();
        need.capabilities().stream().sorted().forEach(capability -> capabilities.add(capability.name()));
        JsonArray services = new JsonArray();
        need.services().stream().sorted().forEach(service -> services.add(service.name()));
        return new JsonObject()
                .put("capabilities", capabilities)
                .put("services", services)
                .put("bed", need.bed() == null ? null : need.bed().name());
    }

    private static @Nullable JsonObject located(@Nullable LocatedPlace place) {
        if (place == null) {
            return null;
        }
        JsonObject roadKm = place.roadKm() == null
                ? null
                : new JsonObject()
                        .put("road", place.roadKm().road())
                        .put("km", place.roadKm().km());
        return new JsonObject()
                .put("lat", place.at().lat())
                .put("lon", place.at().lon())
                .put("roadKm", roadKm)
                .put("commune", place.commune())
                .put("label", place.label())
                .put("offRoadM", Math.round(place.offRoadM()));
    }

    private static JsonObject alert(Incident incident, Alert alert) {
        return alert(alert).put("trackingCode", incident.trackingCode());
    }

    /** What was told, and by which number; not the code with which one may add to it. */
    static JsonObject alert(Alert alert) {
        return new JsonObject()
                .put("alertId", alert.id().toString())
                .put("at", alert.receivedAt().toString())
                .put("source", alert.source().name())
                .put("kind", alert.kindTold() == null ? alert.kind().name() : alert.kindTold())
                .put("injured", alert.injured())
                .put("dead", alert.dead())
                .put("trapped", alert.trapped())
                .put("description", alert.description())
                .put("reporterPhone", alert.reporterPhone());
    }

    private static @Nullable JsonObject acknowledged(@Nullable Acknowledgement acknowledged) {
        return acknowledged == null
                ? null
                : new JsonObject().put("at", acknowledged.at().toString()).put("by", acknowledged.by());
    }

    /** Notes may follow the closing; of two closings the last counts. */
    private static @Nullable String closedAt(Incident incident) {
        String at = null;
        if (incident.status() == IncidentStatus.CLOSED) {
            for (TimelineEntry entry : incident.timeline()) {
                at = entry.event() instanceof IncidentClosed closed
                        ? closed.at().toString()
                        : at;
            }
        }
        return at;
    }

    private static int orZero(@Nullable Integer told) {
        return told == null ? 0 : told;
    }
}
