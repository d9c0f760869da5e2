package rescue.dispatch.shell.live;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Board;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.port.PositionBell;
import rescue.dispatch.unit.AvlFix;

/** Rung on the node that a fix was sent to, it rings on every node: past the database, for a map is to move now. */
public final class PositionBoard implements PositionBell {

    private final LiveState live;

    public PositionBoard(LiveState live) {
        this.live = live;
    }

    @Override
    public void moved(String unitId, AvlFix fix) {
        live.put(Board.POSITIONS, unitId, write(fix));
    }

    /** Hands every newer fix to {@code bell}, whichever node it came to. */
    public void ring(PositionBell bell) {
        live.listen(Board.POSITIONS, (unitId, entry) -> entry.ifPresent(now -> bell.moved(unitId, read(now.json()))));
    }

    private static Entry write(AvlFix fix) {
        JsonObject json = new JsonObject()
                .put("lat", fix.at().lat())
                .put("lon", fix.at().lon())
                .put("at", fix.fixedAt().toString())
                .put("speedMps", fix.speedMps())
                .put("headingDeg", fix.headingDeg())
                .put("accuracyM", fix.accuracyM());
        return new Entry(fix.fixedAt().toEpochMilli(), json.encode(), fix.fixedAt());
    }

    private static AvlFix read(String text) {
        JsonObject json = new JsonObject(text);
        return new AvlFix(
                new LatLon(json.getDouble("lat"), json.getDouble("lon")),
                Instant.parse(json.getString("at")),
                json.getDouble("speedMps"),
                json.getDouble("headingDeg"),
                json.getDouble("accuracyM"));
    }
}
