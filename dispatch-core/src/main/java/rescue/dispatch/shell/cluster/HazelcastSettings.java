package rescue.dispatch.shell.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.config.TcpIpConfig;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.UUID;

/** Hazelcast as we run it: few nodes, little data, nothing found by chance, trouble noticed within seconds. */
final class HazelcastSettings {

    /** Member attributes: what a node says of itself before it has said anything else. */
    static final String NODE = "node";

    static final String VERSION = "version";

    static final String AGREEMENT = "agreement";

    /** Under this the event bus looks for the number that a node has with it; any that is no other's. */
    private static final String VERTX_NODE = "__vertx.nodeId";

    private static final String MAJORITY = "majority";

    /** A host of the list that is switched off is not waited for longer. */
    private static final int CONNECT_WITHIN_S = 2;

    private static final int MERGE_AT_ONCE = 100;

    /** The names are Hazelcast's; what it would do by itself stands behind. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("hazelcast.phone.home.enabled", "false"),
            Map.entry("hazelcast.logging.type", "slf4j"),
            Map.entry("hazelcast.shutdownhook.enabled", "false"), // we close it, in our order
            Map.entry("hazelcast.graceful.shutdown.max.wait", "5"),
            Map.entry("hazelcast.wait.seconds.before.join", "0"), // 5 for each node
            Map.entry("hazelcast.heartbeat.interval.seconds", "1"), // 5
            Map.entry("hazelcast.max.no.heartbeat.seconds", "4"), // 60: people should know within 5
            Map.entry("hazelcast.merge.first.run.delay.seconds", "5"), // 300
            Map.entry("hazelcast.merge.next.run.delay.seconds", "3"), // 120
            Map.entry("hazelcast.operation.call.timeout.millis", "10000"), // 60000
            Map.entry("hazelcast.socket.bind.any", "false"), // the address of the list and no other
            Map.entry("hazelcast.partition.count", "31"), // 271, for data that we do not have
            Map.entry("hazelcast.operation.thread.count", "2"),
            Map.entry("hazelcast.operation.generic.thread.count", "2"),
            Map.entry("hazelcast.io.thread.count", "2"),
            Map.entry("hazelcast.event.thread.count", "2"));

    private HazelcastSettings() {}

    static Config of(ClusterPlan plan) {
        var config = new Config();
        config.setClusterName(plan.name());
        config.setInstanceName(plan.name() + "-" + plan.node());
        PROPERTIES.forEach(config::setProperty);
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getMemberAttributeConfig()
                .setAttribute(VERTX_NODE, UUID.randomUUID().toString())
                .setAttribute(NODE, plan.node())
                .setAttribute(VERSION, plan.version())
                .setAttribute(AGREEMENT, plan.agreement());
        config.getSerializationConfig().setJavaSerializationFilterConfig(new JavaSerializationFilterConfig());
        config.addSplitBrainProtectionConfig(new SplitBrainProtectionConfig(MAJORITY, true, plan.enough()));
        config.addMapConfig(new MapConfig(LiveMaps.PREFIX + "*")
                .setBackupCount(1)
                .setSplitBrainProtectionName(MAJORITY)
                .setMergePolicyConfig(new MergePolicyConfig(NewerWord.class.getName(), MERGE_AT_ONCE)));
        forVertx(config);
        network(config.getNetworkConfig(), plan);
        return config;
    }

    /** What the event bus keeps there, as its own default file has it. */
    private static void forVertx(Config config) {
        config.addMultiMapConfig(new MultiMapConfig("__vertx.subs")
                .setBackupCount(1)
                .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
        config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
        config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    }

    private static void network(NetworkConfig network, ClusterPlan plan) {
        network.setPort(plan.port()).setPortAutoIncrement(false).setReuseAddress(true);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        plan.host().ifPresent(host -> network.getInterfaces().setEnabled(true).addInterface(ownAddress(plan, host)));
        if (plan.kubernetes().isPresent()) {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", plan.kubernetes().get())
                    .setProperty("service-port", String.valueOf(plan.port()));
            return;
        }
        TcpIpConfig list = join.getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(CONNECT_WITHIN_S);
        plan.members().values().forEach(list::addMember);
    }

    private static String ownAddress(ClusterPlan plan, String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (NetworkInterface.getByInetAddress(address) == null) {
                throw new ClusterRefused("CLUSTER_MEMBERS says that node " + plan.node() + " is at " + host
                        + ", which is no address of this machine: correct the list, or NODE_NAME");
            }
            return address.getHostAddress();
        } catch (UnknownHostException unknown) {
            throw new ClusterRefused("CLUSTER_MEMBERS: the name " + host + " of node " + plan.node()
                    + " has no address: correct the list, or the name service");
        } catch (SocketException failure) {
            throw new ClusterRefused("the network interfaces cannot be read: " + failure.getMessage());
        }
    }
}
