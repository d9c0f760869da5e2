package rescue.dispatch.shell.report;

import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that the build put on the class path. */
final class ClassPathJson {

    private ClassPathJson() {}

    /** What a file says; empty when the build left it out. */
    static Optional<Object> find(String resource) {
        try (InputStream in = ClassPathJson.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Json.decodeValue(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object get(String resource) {
        return find(resource).orElseThrow(() -> new IllegalStateException("not on the class path: " + resource));
    }
}
