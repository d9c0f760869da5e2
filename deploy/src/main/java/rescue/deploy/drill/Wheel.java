package rescue.deploy.drill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.deploy.drill.Drive.Position;
import rescue.dispatch.geo.LatLon;

/** Who is at the wheel of a unit, and where it is. A device of somebody who works along has it before the drill. */
final class Wheel {

    /** A real device that says nothing for so long has been put away. */
    private static final Duration PUT_AWAY_AFTER = Duration.ofSeconds(60);

    /** A standing vehicle's tablet tells that it still stands there. */
    private static final Duration STANDING_EVERY = Duration.ofSeconds(60);

    private final String unitId;
    private final Voice crew;
    private final InstantSource clock;
    private final Set<Instant> ours = new HashSet<>();
    private final Trail trail = new Trail();

    private Instant nextStanding;
    private Instant seenDevice = Instant.MIN;
    private @Nullable Drive drive;
    private boolean isHomeward;
    private boolean isStanding;

    /** @param turn spreads the first words of many units over as many seconds */
    Wheel(String unitId, Voice crew, InstantSource clock, int turn) {
        this.unitId = unitId;
        this.crew = crew;
        this.clock = clock;
        nextStanding = clock.instant().plusSeconds(turn + 2L);
    }

    /** Whether the drill may drive it now. */
    boolean isOurs(JsonObject unit) {
        JsonObject position = unit.getJsonObject("position");
        if (position != null) {
            Instant at = Instant.parse(position.getString("at")).truncatedTo(ChronoUnit.MILLIS);
            if (!ours.contains(at) && at.isAfter(seenDevice)) {
                seenDevice = at;
            }
        }
        return seenDevice.isBefore(clock.instant().minus(PUT_AWAY_AFTER));
    }

    /** Begins to drive along a route; what was driven until now lies behind. */
    void take(JsonObject route, Duration now) {
        stop(now);
        drive = Drive.of(route, now);
        isStanding = false;
    }

    /** Ends whatever drive there is, where it is. */
    void stop(Duration now) {
        if (drive != null && isHomeward) {
            trail.turnedRound(drive, now);
        } else if (drive != null) {
            trail.add(drive.behind(now));
        }
        drive = null;
        isHomeward = false;
    }

    void goHome(Duration now) {
        stop(now);
        if (!trail.isEmpty()) {
            drive = trail.home(now);
            isStanding = false;
            isHomeward = true;
        }
    }

    /** Whether it is where it goes, and its crew so long a walk beyond. */
    boolean isThere(Duration now, Duration walk) {
        return drive != null && drive.isOver(now.minus(walk));
    }

    /** Tells where it is, if there is something to tell. */
    void tell(JsonObject unit, Moment moment) {
        if (drive != null && !isStanding) {
            isStanding = drive.isOver(moment.at());
            tell(drive.at(moment.at()));
            if (isHomeward && isStanding) {
                trail.isHome();
                drive = null;
                isHomeward = false;
            }
        } else if (moment.isWatched() && !clock.instant().isBefore(nextStanding)) {
            JsonObject last = unit.getJsonObject("position");
            JsonObject at = last == null ? unit.getJsonObject("station") : last;
            if (at != null) {
                tell(new Position(new LatLon(at.getDouble("lat"), at.getDouble("lon")), 0, 0));
            }
        }
    }

    private void tell(Position position) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        nextStanding = at.plus(STANDING_EVERY);
        ours.add(at);
        if (ours.size() > 100) { // only the latest can still be on the board
            ours.removeIf(earlier -> earlier.isBefore(at.minusSeconds(90)));
        }
        JsonObject fix = new JsonObject()
                .put("at", at.toString())
                .put("lat", position.at().lat())
                .put("lon", position.at().lon())
                .put("speedMps", position.speedMps())
                .put("accuracyM", 8);
        if (position.speedMps() > 0) {
            fix.put("headingDeg", position.headingDeg());
        }
        crew.send("POST", "units/" + unitId + "/positions", new JsonArray(List.of(fix)).encode(), java.util.Map.of());
    }
}
