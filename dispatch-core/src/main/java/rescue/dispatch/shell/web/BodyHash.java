package rescue.dispatch.shell.web;

import static com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.DatabindCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two bodies under one key say the same: of what was said, not of the order in which it was written down. */
public final class BodyHash {

    private static final ObjectMapper SORTED = DatabindCodec.mapper().copy().enable(ORDER_MAP_ENTRIES_BY_KEYS);

    private BodyHash() {}

    /** SHA-256 in hexadecimal digits. */
    public static String of(JsonObject body) {
        try {
            byte[] said = SORTED.writeValueAsBytes(body);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("every Java has SHA-256, and what was read as JSON can be written", e);
        }
    }
}
