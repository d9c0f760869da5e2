package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.postgres.PgWaitedCodes;
import rescue.dispatch.shell.spool.AlertDoor;
import rescue.dispatch.shell.spool.AlertSpool;
import rescue.dispatch.shell.spool.ParkedAlerts;
import rescue.dispatch.shell.spool.SpoolReplay;
import rescue.dispatch.shell.spool.WaitingBoard;

/** How alerts come in on this node: into the log, or onto the disk and from there into the log. */
record Intake(AlertDoor door, SpoolReplay replay, WaitingBoard waiting) {

    /** What is on this node's disk. */
    record Disk(AlertSpool spool, ParkedAlerts parked) {

        /** Opened with whatever waits there since before the start. */
        static Future<Disk> open(Vertx vertx, Path folder) {
            return vertx.executeBlocking(
                    () -> new Disk(AlertSpool.open(vertx, folder), ParkedAlerts.in(vertx, folder)), false);
        }
    }

    static Intake over(
            Vertx vertx, Disk disk, String node, ReceiveAlert receive, Pool pool, Ports ports, BooleanSupplier away) {
        var board = new WaitingBoard(vertx, disk.spool, ports.liveState(), node);
        return new Intake(
                new AlertDoor(receive, disk.spool, board, away, ports.ids(), ports.clock()),
                new SpoolReplay(vertx, disk.spool, receive, new PgWaitedCodes(pool), away, disk.parked),
                board);
    }

    /** From now on what waits is entered when it can be, and on the desk's screens until then. */
    void start(LiveFeed live) {
        replay.start();
        waiting.start(count -> live.say(
                "waiting-alerts",
                new JsonObject().put("count", count),
                who -> who.role().isDesk()));
    }
}
