package rescue.dispatch.shell.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.live.MemoryLiveState;

/** This process as one node of the cluster: whom it sees, the bus and the boards that it shares with them. */
public final class HazelcastNode implements ClusterWatch, AutoCloseable {

    private final ClusterPlan plan;
    private final HazelcastInstance hazelcast;
    private final InstantSource clock;
    private final RollCall rollCall;
    private final List<Consumer<ClusterState>> listeners = new CopyOnWriteArrayList<>();
    private volatile ClusterState state;
    private volatile @Nullable LiveMaps maps;

    /** Whoever leaves by his own will has lost nobody. */
    private volatile boolean closing;

    private HazelcastNode(ClusterPlan plan, HazelcastInstance hazelcast, InstantSource clock) {
        this.plan = plan;
        this.hazelcast = hazelcast;
        this.clock = clock;
        this.rollCall = new RollCall(plan, clock.instant());
        this.state = call();
    }

    /**
     * Joins the nodes that are there, or waits for others as the first; takes seconds.
     *
     * @throws ClusterRefused when it may not be one of them
     */
    public static HazelcastNode join(ClusterPlan plan, InstantSource clock) {
        HazelcastInstance hazelcast = start(plan);
        Optional<String> objection = hazelcast.getCluster().getMembers().stream()
                .filter(member -> !member.localMember())
                .flatMap(other -> objection(plan, other).stream())
                .findFirst();
        if (objection.isPresent()) {
            hazelcast.shutdown();
            throw new ClusterRefused(objection.get());
        }
        var node = new HazelcastNode(plan, hazelcast, clock);
        node.watch();
        return node;
    }

    private static HazelcastInstance start(ClusterPlan plan) {
        try {
            return Hazelcast.newHazelcastInstance(HazelcastSettings.of(plan));
        } catch (IllegalStateException | com.hazelcast.core.HazelcastException failure) {
            throw new ClusterRefused("node " + plan.node() + " cannot join: " + failure.getMessage() + "; is port "
                    + plan.port() + " taken by another program?");
        }
    }

    private static Optional<String> objection(ClusterPlan plan, Member other) {
        String name = other.getAttribute(HazelcastSettings.NODE);
        String at = name + " at " + other.getAddress().getHost() + ":"
                + other.getAddress().getPort();
        String version = other.getAttribute(HazelcastSettings.VERSION);
        String agreement = other.getAttribute(HazelcastSettings.AGREEMENT);
        if (plan.node().equals(name)) {
            return Optional.of("there is a node " + at + " already: give this one another NODE_NAME, or stop that one");
        }
        if (!plan.version().equals(version)) {
            return Optional.of("node " + at + " runs version " + version + ", this one " + plan.version()
                    + ": start the same version here; to change the version see RUNBOOK, \"Another version\"");
        }
        return plan.agreement().equals(agreement)
                ? Optional.empty()
                : Optional.of("node " + at + " was told that the nodes are " + agreement + ", this one "
                        + plan.agreement() + ": give every node the same list");
    }

    private void watch() {
        hazelcast.getCluster().addMembershipListener(new MembershipListener() {
            @Override
            public void memberAdded(MembershipEvent event) {
                callAgain();
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                callAgain();
                withMaps(LiveMaps::sayEverything);
            }
        });
        hazelcast.getLifecycleService().addLifecycleListener(event -> {
            callAgain();
            if (event.getState() == LifecycleState.MERGED) {
                withMaps(LiveMaps::rejoined);
            }
        });
        callAgain(); // whoever came before somebody listened
    }

    private void withMaps(Consumer<LiveMaps> act) {
        LiveMaps now = maps;
        if (now != null) {
            act.accept(now);
        }
    }

    private ClusterState call() {
        List<String> names = hazelcast.getLifecycleService().isRunning()
                ? hazelcast.getCluster().getMembers().stream()
                        .map(member -> member.getAttribute(HazelcastSettings.NODE))
                        .toList()
                : List.of(plan.node());
        return rollCall.call(names, clock.instant());
    }

    private synchronized void callAgain() {
        if (closing) {
            return;
        }
        ClusterState before = state;
        ClusterState now = call();
        state = now;
        if (!now.present().equals(before.present())) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    @Override
    public Optional<ClusterState> now() {
        return Optional.of(state);
    }

    @Override
    public void listen(Consumer<ClusterState> listener) {
        listeners.add(listener);
    }

    /** Vert.x with a bus that reaches the other nodes. */
    public Future<Vertx> buildVertx(VertxBuilder builder, VertxOptions options) {
        options.getEventBusOptions()
                .setHost(hazelcast.getCluster().getLocalMember().getAddress().getHost())
                .setPort(plan.busPort());
        return builder.with(options)
                .withClusterManager(new HazelcastClusterManager(hazelcast))
                .buildClustered();
    }

    /** The boards that this node shares with the others, with what they know already. */
    public Future<LiveMaps> openBoards(Vertx vertx, MemoryLiveState own) {
        var opened = new LiveMaps(vertx, hazelcast, own);
        maps = opened;
        return opened.exchange().map(opened);
    }

    /** The others are told, and keep what this node kept for them. */
    @Override
    public void close() {
        closing = true;
        hazelcast.shutdown();
    }
}
