package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Tells everybody who is connected that answers about roads rest on something else now: pages look at them again. */
public final class PgMapNews {

    /** Whoever listens for road closures has to look at the same things again when the map is another one. */
    private static final String MAP_CHANGED = """
            INSERT INTO change (kind, subject)
            VALUES ('road-closure', 'map')
            """;

    private final Pool pool;

    public PgMapNews(Pool pool) {
        this.pool = pool;
    }

    public Future<Void> mapChanged() {
        return pool.query(MAP_CHANGED).execute().mapEmpty();
    }
}
