package rescue.dispatch.shell.cluster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Which nodes this one sees. It says nothing of the data: those are right on every node that reaches the database.
 *
 * @param node this node's name
 * @param size how many nodes there should be
 * @param present the names of those that it sees, itself too
 * @param missing those that it does not see
 * @param cutOff whether those that it sees are no majority
 */
public record ClusterState(String node, int size, List<String> present, List<Missing> missing, boolean cutOff) {

    /**
     * A node that should be there.
     *
     * @param since when it was last seen; when this node began, if never
     */
    public record Missing(String node, Instant since) {}

    public ClusterState {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
    }

    /** Whether every node is there. */
    public boolean isWhole() {
        return missing.isEmpty();
    }

    /** As the contract writes it. */
    public JsonObject toJson() {
        var gone = new JsonArray();
        missing.forEach(each -> gone.add(new JsonObject()
                .put("node", each.node())
                .put("since", each.since().toString())));
        return new JsonObject()
                .put("node", node)
                .put("size", size)
                .put("present", new JsonArray(present))
                .put("missing", gone)
                .put("cutOff", cutOff);
    }
}
