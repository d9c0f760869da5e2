package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;

/** Reads a resource that no schema has looked at: whatever has another form than expected is refused with its place. */
final class Json {

    /** One object of a list, and where it stands. */
    record Item(JsonObject value, String path) {}

    private Json() {}

    /** The objects of a list; none when the list is not there. */
    static List<Item> list(JsonObject in, String field, String path) {
        Object found = in.getValue(field);
        if (found == null) {
            return List.of();
        }
        if (!(found instanceof JsonArray array)) {
            throw broken(path + "." + field);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = path + "." + field + "[" + i + "]";
            if (!(array.getValue(i) instanceof JsonObject object)) {
                throw broken(at);
            }
            items.add(new Item(object, at));
        }
        return List.copyOf(items);
    }

    static JsonObject object(JsonObject in, String field, String path) {
        if (in.getValue(field) instanceof JsonObject object) {
            return object;
        }
        throw broken(path + "." + field);
    }

    static String text(JsonObject in, String field, String path) {
        if (in.getValue(field) instanceof String text) {
            return text;
        }
        throw broken(path + "." + field);
    }

    private static ApiFailure broken(String path) {
        return new ApiFailure(ProblemCode.FHIR_FORM, path).at(path);
    }
}
