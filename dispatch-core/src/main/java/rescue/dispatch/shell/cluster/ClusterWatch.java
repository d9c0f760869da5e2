package rescue.dispatch.shell.cluster;

import java.util.Optional;
import java.util.function.Consumer;

/** Who watches which nodes are there. */
public interface ClusterWatch {

    /** A node that belongs to no cluster. */
    ClusterWatch ALONE = new ClusterWatch() {
        @Override
        public Optional<ClusterState> now() {
            return Optional.empty();
        }

        @Override
        public void listen(Consumer<ClusterState> listener) {
            // nothing ever changes
        }
    };

    /** Empty when this node belongs to no cluster. */
    Optional<ClusterState> now();

    /** Told of every change, on any thread; must not wait. */
    void listen(Consumer<ClusterState> listener);
}
