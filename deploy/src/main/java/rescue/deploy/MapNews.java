package rescue.deploy;

import io.micrometer.core.instrument.MultiGauge;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.shell.postgres.PgMapNews;
import rescue.routing.MapKeeper;

/** What follows when another map is in force, or one was refused: a new state of the roads, and everybody is told. */
final class MapNews {

    private static final Logger LOG = LoggerFactory.getLogger(MapNews.class);

    private final Vertx vertx;
    private final MapKeeper map;
    private final Progress progress;
    private final MultiGauge version;

    MapNews(Vertx vertx, MapKeeper map, Progress progress, AdminServer admin) {
        this.vertx = vertx;
        this.map = map;
        this.progress = progress;
        Roads.measure(admin.registry(), map);
        version = Roads.versionGauge(admin.registry());
        Roads.showVersion(version, map.now());
    }

    /** From now on; whatever changed before is covered by the first state of the roads, which comes after this. */
    void spreadBy(FollowRoads follow, PgMapNews feed, ChangeBell bell) {
        map.whenChanged(() -> {
            progress.say(Roads.sentence(map.now()));
            Roads.showVersion(version, map.now());
            vertx.runOnContext(go -> follow.refresh()
                    .compose(done -> feed.mapChanged())
                    .onSuccess(done -> bell.ring())
                    .onFailure(
                            failure -> LOG.warn("pages hear of the map only when they ask: {}", failure.getMessage())));
        });
    }
}
