package rescue.dispatch.shell.cluster;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Board;
import rescue.dispatch.port.LiveState.Entry;

/** What each node works with, and whether it is the same everywhere. */
public final class Roster {

    private static final String DATABASE = "database";

    private static final String MAP = "map";

    private final LiveState live;
    private final ClusterWatch watch;
    private final InstantSource clock;

    public Roster(LiveState live, ClusterWatch watch, InstantSource clock) {
        this.live = live;
        this.watch = watch;
        this.clock = clock;
    }

    /** Why a node with this database and this map may not work beside the others; empty when it may. */
    public Optional<String> objection(String database, @Nullable String map) {
        return others().flatMap(name -> live.find(Board.NODES, name).stream()
                        .map(entry -> new JsonObject(entry.json()))
                        .flatMap(other -> objection(name, other, database, map).stream()))
                .findFirst();
    }

    private static Optional<String> objection(String name, JsonObject other, String database, @Nullable String map) {
        if (!database.equals(other.getString(DATABASE))) {
            return Optional.of("node " + name + " works with database " + other.getString(DATABASE) + ", this one with "
                    + database + ": give both the same PG_URI");
        }
        return sameMap(map, other.getString(MAP))
                ? Optional.empty()
                : Optional.of(
                        "node " + name + " has the map " + other.getString(MAP) + ", this one " + map
                                + ": put the same map file, road book, custom models and height tiles on both, then start again");
    }

    /** Tells the others what this node works with; again when its map has changed. */
    public void enter(String database, @Nullable String map) {
        var now = clock.instant();
        var self = new JsonObject().put(DATABASE, database).put(MAP, map);
        watch.now()
                .ifPresent(state ->
                        live.put(Board.NODES, state.node(), new Entry(now.toEpochMilli(), self.encode(), now)));
    }

    /** The name of a node that works with another map, if there is one: one half is being changed, or was forgotten. */
    public Optional<String> findOtherMap(@Nullable String map) {
        return others().filter(name -> live.find(Board.NODES, name).stream()
                        .anyMatch(entry -> !sameMap(map, new JsonObject(entry.json()).getString(MAP))))
                .findFirst();
    }

    /** A node without a map has estimates, and says so itself. */
    private static boolean sameMap(@Nullable String mine, @Nullable String theirs) {
        return mine == null || theirs == null || Objects.equals(mine, theirs);
    }

    private Stream<String> others() {
        return watch.now().stream()
                .flatMap(state -> state.present().stream().filter(name -> !name.equals(state.node())));
    }
}
