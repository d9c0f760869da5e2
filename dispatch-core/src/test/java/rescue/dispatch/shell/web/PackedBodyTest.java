package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackedBodyTest {

    private static final int MAX = BodySize.USUAL_MAX_BYTES;

    private static final byte[] FIXES = "[{\"lat\":22.35}]".getBytes(StandardCharsets.UTF_8);

    static Stream<Arguments> bodies() throws IOException {
        byte[] packed = gzip(FIXES);
        return Stream.of(
                arguments("packed", packed, "gzip", MAX, FIXES.length, null),
                arguments("by its old name", packed, "X-GZIP ", MAX, FIXES.length, null),
                arguments("not packed, and it says so", FIXES, "identity", MAX, FIXES.length, null),
                arguments("nothing, packed", gzip(new byte[0]), "gzip", MAX, 0, null),
                arguments("in two parts", concat(packed, packed), "gzip", MAX, 2 * FIXES.length, null),
                arguments("as large as may be", gzip(new byte[MAX]), "gzip", MAX, MAX, null),
                arguments("a byte more", gzip(new byte[MAX + 1]), "gzip", MAX, 0, ProblemCode.BODY_TOO_LARGE),
                arguments("a bomb", gzip(new byte[50_000_000]), "gzip", MAX, 0, ProblemCode.BODY_TOO_LARGE),
                arguments("not packed at all", FIXES, "gzip", MAX, 0, ProblemCode.ENCODING_NOT_READ),
                arguments("the end is missing", cut(packed), "gzip", MAX, 0, ProblemCode.ENCODING_NOT_READ),
                arguments("nothing at all", new byte[0], "gzip", MAX, 0, ProblemCode.ENCODING_NOT_READ),
                arguments("packed otherwise", packed, "br", MAX, 0, ProblemCode.ENCODING_NOT_READ),
                arguments("packed twice", packed, "gzip, gzip", MAX, 0, ProblemCode.ENCODING_NOT_READ),
                arguments("a photo", packed, "gzip", BodySize.PHOTO_MAX_BYTES, 0, ProblemCode.ENCODING_NOT_READ));
    }

    @ParameterizedTest(name = "{0}: {5}")
    @MethodSource("bodies")
    void is_unpacked_or_refused(
            String story, byte[] body, String encoding, int maxBytes, int length, ProblemCode refusal) {
        Buffer sent = Buffer.buffer(body);
        if (refusal == null) {
            assertEquals(length, PackedBody.unpack(sent, encoding, maxBytes).length());
        } else {
            ApiFailure refused = assertThrows(ApiFailure.class, () -> PackedBody.unpack(sent, encoding, maxBytes));
            assertEquals(refusal, refused.code());
        }
    }

    @Test
    void what_was_packed_comes_out() throws IOException {
        assertEquals(Buffer.buffer(FIXES), PackedBody.unpack(Buffer.buffer(gzip(FIXES)), "gzip", MAX));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] packed) {
        return Arrays.copyOf(packed, packed.length - 10);
    }

    private static byte[] concat(byte[] some, byte[] more) {
        byte[] both = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, both, some.length, more.length);
        return both;
    }
}
