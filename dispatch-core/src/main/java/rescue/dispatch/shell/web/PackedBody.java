package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body as it was before its sender packed it (RFC 9110, 8.4): a tablet sends its positions in a tenth of the bytes. What is
 * unpacked may be no larger than what comes unpacked, and no more than that is ever unpacked. Photos are packed already.
 */
final class PackedBody {

    private PackedBody() {}

    /** The body of a request whose body was read; null when it has none. */
    static Future<@Nullable Buffer> of(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        String encoding = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            return Future.succeededFuture(
                    body == null || encoding == null ? body : unpack(body, encoding, BodySize.maxBytes(ctx)));
        } catch (ApiFailure refused) {
            return Future.failedFuture(refused);
        }
    }

    static Buffer unpack(Buffer body, String encoding, int maxBytes) {
        String how = encoding.strip().toLowerCase(Locale.ROOT);
        if (how.equals("identity")) {
            return body;
        }
        boolean isGzip = how.equals("gzip") || how.equals("x-gzip");
        if (!isGzip || maxBytes > BodySize.USUAL_MAX_BYTES) {
            throw new ApiFailure(ProblemCode.ENCODING_NOT_READ);
        }
        byte[] unpacked = new byte[maxBytes + 1];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
            int length = in.readNBytes(unpacked, 0, unpacked.length);
            if (length > maxBytes) {
                throw new ApiFailure(ProblemCode.BODY_TOO_LARGE, maxBytes / 1024);
            }
            return Buffer.buffer(Arrays.copyOf(unpacked, length));
        } catch (IOException e) {
            throw new ApiFailure(ProblemCode.ENCODING_NOT_READ);
        }
    }
}
