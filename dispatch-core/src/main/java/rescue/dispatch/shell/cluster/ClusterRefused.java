package rescue.dispatch.shell.cluster;

/** This node may not be one of the cluster; the message tells the person who started it why, and what to do. */
public final class ClusterRefused extends RuntimeException {

    public ClusterRefused(String message) {
        super(message);
    }
}
