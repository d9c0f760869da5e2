package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as published, and as the validator can read it. */
public final class Contract {

    private static final String RESOURCE = "openapi.yaml";

    /** The validator insists on an address with a scheme and a host; it is only looked at, never called. */
    private static final String SOME_HOST = "http://localhost";

    private final OpenAPIContract requests;

    private Contract(OpenAPIContract requests) {
        this.requests = requests;
    }

    /** What requests are checked against. */
    OpenAPIContract requests() {
        return requests;
    }

    /** What is served at {@code /openapi.yaml}. */
    static String text() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Requests only: the validator knows few media types, refuses the rest, and our answers are held by tests. Takes a
     * second of processor time, so one is loaded for all doors of a process.
     */
    public static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::requestsOnly)
                .compose(json -> OpenAPIContract.from(vertx, json))
                .map(Contract::new);
    }

    private static JsonObject requestsOnly() {
        Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(text());
        JsonObject json =
                new JsonObject(new JsonObject(yaml).encode()); // maps and lists become JsonObject and JsonArray
        JsonArray servers = json.getJsonArray("servers");
        String path = servers.getJsonObject(0).getString("url");
        json.put("servers", new JsonArray().add(new JsonObject().put("url", SOME_HOST + path)));
        JsonObject anything = new JsonObject().put("default", new JsonObject().put("description", "not checked"));
        JsonObject paths = json.getJsonObject("paths");
        for (String each : paths.fieldNames()) {
            JsonObject operations = paths.getJsonObject(each);
            operations
                    .fieldNames()
                    .forEach(method -> operations.getJsonObject(method).put("responses", anything.copy()));
        }
        json.getJsonObject("components").remove("responses");
        return json;
    }
}
