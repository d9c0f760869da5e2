package rescue.story;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** The emergency ward of a hospital. */
public final class Ward extends Caller {

    private final String hospitalId;

    private Ward(ServerProcess server, String hospitalId) {
        super(server, login(server, "hospital-" + hospitalId), "vi");
        this.hospitalId = hospitalId;
    }

    public static Ward of(ServerProcess server, String hospitalId) {
        return new Ward(server, hospitalId);
    }

    public List<JsonObject> incoming() {
        return Heard.all(get("/hospitals/" + hospitalId + "/incoming").expect(200), "incoming");
    }

    public JsonObject accepts(String assignmentId) {
        return answers(assignmentId, new JsonObject().put("answer", "ACCEPT"));
    }

    public JsonObject declines(String assignmentId, String reason) {
        return answers(assignmentId, new JsonObject().put("answer", "DECLINE").put("reason", reason));
    }

    private JsonObject answers(String assignmentId, JsonObject answer) {
        return post("/hospitals/" + hospitalId + "/incoming/" + assignmentId, answer)
                .expect(200);
    }

    /** Says how many beds of a kind are free. */
    public JsonObject has(int beds, String kind) {
        var available = new JsonObject().put("available", beds);
        return put(
                        "/hospitals/" + hospitalId + "/capacity",
                        new JsonObject().put("beds", new JsonObject().put(kind, available)))
                .expect(200);
    }
}
