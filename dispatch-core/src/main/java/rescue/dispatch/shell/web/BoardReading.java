package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.shell.paper.PaperSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** The boards as the contract writes them, for the paper; on the incidents also by which numbers people called. */
public final class BoardReading implements PaperSource.Reading {

    /** More than any night had; the most urgent come first. */
    private static final int INCIDENTS_MAX = 500;

    private final IncidentLog log;
    private final UnitBoard units;
    private final HospitalBoard hospitals;
    private final FollowRoads roads;
    private final IncidentJson incidentJson;
    private final RoadClosureJson closureJson;
    private final InstantSource clock;

    public BoardReading(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            FollowRoads roads,
            Phrases phrases,
            InstantSource clock) {
        this.log = log;
        this.units = units;
        this.hospitals = hospitals;
        this.roads = roads;
        this.incidentJson = new IncidentJson(new TimelineText(phrases));
        this.closureJson = new RoadClosureJson(phrases, Language.VI);
        this.clock = clock;
    }

    @Override
    public Future<List<JsonObject>> incidents() {
        return log.listOpen(INCIDENTS_MAX).map(open -> {
            Instant now = clock.instant();
            return open.stream()
                    .map(incident -> incidentJson
                            .summary(incident, now)
                            .put(PaperSource.PHONES, new JsonArray(phones(incident))))
                    .toList();
        });
    }

    private static List<String> phones(Incident incident) {
        return incident.alerts().stream()
                .map(Alert::reporterPhone)
                .filter(Objects::nonNull)
                .filter(phone -> !phone.isBlank())
                .distinct()
                .toList();
    }

    @Override
    public Future<List<JsonObject>> units() {
        return units.list().map(all -> {
            Instant now = clock.instant();
            return all.stream().map(unit -> UnitJson.of(unit, now)).toList();
        });
    }

    @Override
    public Future<List<JsonObject>> hospitals() {
        return hospitals.list().map(all -> {
            Instant now = clock.instant();
            return all.stream().map(hospital -> HospitalJson.of(hospital, now)).toList();
        });
    }

    /** From this node's memory, which follows the database's. */
    @Override
    public Future<List<JsonObject>> roadClosures() {
        Set<UUID> inForce =
                roads.inForce().closures().stream().map(RoadClosure::id).collect(Collectors.toSet());
        return Future.succeededFuture(roads.listStanding().stream()
                .filter(closure -> inForce.contains(closure.id()))
                .map(closure -> closureJson.of(closure, true))
                .toList());
    }
}
