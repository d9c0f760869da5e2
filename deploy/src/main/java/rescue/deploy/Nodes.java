package rescue.deploy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.shell.cluster.ClusterState;
import rescue.dispatch.shell.cluster.ClusterWatch;
import rescue.dispatch.shell.cluster.HazelcastNode;
import rescue.dispatch.shell.cluster.NewsHint;
import rescue.dispatch.shell.cluster.Roster;
import rescue.dispatch.shell.live.LiveFeed;
import rescue.dispatch.shell.live.MemoryLiveState;
import rescue.routing.MapKeeper;

/** This process among other nodes, or alone: then none of what is in here does anything. */
final class Nodes {

    private final Optional<HazelcastNode> self;
    private final Vertx vertx;

    private Nodes(Optional<HazelcastNode> self, Vertx vertx) {
        this.self = self;
        this.vertx = vertx;
    }

    /** Joins the others, which takes seconds; alone it is done at once. */
    static Future<Nodes> join(
            Configuration configuration,
            Progress progress,
            Shutdown shutdown,
            VertxBuilder builder,
            VertxOptions options) {
        if (configuration.cluster().isEmpty()) {
            return Future.succeededFuture(
                    new Nodes(Optional.empty(), builder.with(options).build()));
        }
        var plan = configuration.cluster().get();
        progress.say("node " + plan.node() + " of " + plan.size() + " looks for the others");
        HazelcastNode node = HazelcastNode.join(plan, Clock.systemUTC());
        shutdown.remember("cluster", node::close);
        node.now().ifPresent(state -> progress.say(sentence(state)));
        node.listen(state -> progress.say(sentence(state)));
        return node.buildVertx(builder, options).map(vertx -> new Nodes(Optional.of(node), vertx));
    }

    Vertx vertx() {
        return vertx;
    }

    ClusterWatch watch() {
        return self.<ClusterWatch>map(node -> node).orElse(ClusterWatch.ALONE);
    }

    /** The boards in memory, with what the other nodes know of them. */
    Future<LiveState> openBoards(Clock clock) {
        var own = new MemoryLiveState(clock);
        return self.map(node -> node.openBoards(vertx, own).<LiveState>map(boards -> boards))
                .orElseGet(() -> Future.succeededFuture(own));
    }

    /** Refuses to begin beside nodes that work with another database or another map. */
    Future<Void> enter(LiveState boards, String database, MapKeeper map) {
        if (self.isEmpty()) {
            return Future.succeededFuture();
        }
        var roster = new Roster(boards, watch(), Clock.systemUTC());
        return vertx.executeBlocking(map::versionThere, false).compose(there -> {
            Optional<String> objection = roster.objection(database, there.orElse(null));
            if (objection.isPresent()) {
                return Future.failedFuture(objection.get());
            }
            roster.enter(database, there.orElse(null));
            boards.whenRejoined(() -> roster.enter(database, map.now().mapVersion()));
            map.alsoWhenChanged(() -> roster.enter(database, map.now().mapVersion()));
            return Future.succeededFuture();
        });
    }

    /** What one node tells, all tell; who is there and who is missing is told on every page. */
    void spread(LiveFeed feed, ChangeBell bell) {
        if (self.isPresent()) {
            NewsHint.spread(vertx, feed, bell);
            watch().now().ifPresent(state -> feed.say("cluster", state.toJson(), everybody -> true));
            watch().listen(state -> feed.say("cluster", state.toJson(), everybody -> true));
        }
    }

    /** The names are documented in the runbook. */
    void measure(MeterRegistry registry) {
        if (self.isPresent()) {
            Gauge.builder(
                            "cluster_nodes",
                            () -> watch().now().map(ClusterState::size).orElse(1))
                    .description("nodes that there should be")
                    .register(registry);
            Gauge.builder(
                            "cluster_nodes_present",
                            () -> watch().now()
                                    .map(state -> state.present().size())
                                    .orElse(1))
                    .description("nodes that this one sees, itself too")
                    .register(registry);
        }
    }

    /** On the smaller side of a split it is not ready, so that people are sent to the other. */
    List<HealthCheck> checks(LiveState boards, MapKeeper map) {
        var roster = new Roster(boards, watch(), Clock.systemUTC());
        return watch().now().isEmpty()
                ? List.of()
                : List.of(new HealthCheck(
                        "cluster",
                        () -> health(
                                watch().now().orElseThrow(),
                                roster.findOtherMap(map.now().mapVersion()))));
    }

    private static Future<JsonObject> health(ClusterState state, Optional<String> otherMap) {
        if (state.cutOff()) {
            return Future.failedFuture(sentence(state));
        }
        boolean fine = state.isWhole() && otherMap.isEmpty();
        return Future.succeededFuture(
                state.toJson().put("status", fine ? "UP" : "DEGRADED").put("otherMapOn", otherMap.orElse(null)));
    }

    private static String sentence(ClusterState state) {
        if (state.isWhole()) {
            return "all " + state.size() + " nodes are here: " + String.join(", ", state.present());
        }
        String missing = String.join(
                ", ",
                state.missing().stream()
                        .map(each -> each.node() + " (since " + each.since() + ")")
                        .toList());
        return state.cutOff()
                ? "CUT OFF: node " + state.node() + " sees " + String.join(", ", state.present()) + " of "
                        + state.size() + " nodes, not " + missing
                        + "; what it shows is right as long as the database answers"
                : "nodes here: " + String.join(", ", state.present()) + "; MISSING: " + missing;
    }
}
