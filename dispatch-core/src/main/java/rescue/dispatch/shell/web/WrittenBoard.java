package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A board as it goes over the line, to any number of readers.
 *
 * @param packed the same as {@code plain}, by gzip
 * @param tag of everything on it but the moment at which it was read: the same tag, the same board
 */
record WrittenBoard(Buffer plain, Buffer packed, String tag) {

    /** Half the time of the usual level, for a tenth more bytes: a console sits on the server's own network. */
    private static final int LEVEL = Deflater.BEST_SPEED;

    /** Some milliseconds' work for a full queue: not for the event loop. */
    static WrittenBoard of(Instant asOf, JsonObject board) {
        Buffer rest = board.toBuffer();
        Buffer plain = Buffer.buffer(rest.length() + 64)
                .appendString("{\"asOf\":\"" + asOf + "\"" + (board.isEmpty() ? "" : ","))
                .appendBuffer(rest, 1, rest.length() - 1);
        byte[] bytes = plain.getBytes();
        return new WrittenBoard(plain, pack(bytes), "W/\"" + digest(rest.getBytes()) + "\"");
    }

    /** The same, marked as not of this moment. */
    WrittenBoard asOld() {
        Buffer marked = Buffer.buffer(plain.length() + 16)
                .appendString("{\"old\":true,")
                .appendBuffer(plain, 1, plain.length() - 1);
        return new WrittenBoard(marked, pack(marked.getBytes()), "W/\"old-" + digest(plain.getBytes()) + "\"");
    }

    /** Or 304, when this very board is what the reader has. */
    void send(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.ETAG, tag);
        if (header(ctx, HttpHeaders.IF_NONE_MATCH).contains(tag)) {
            ctx.response().setStatusCode(304).end();
            return;
        }
        ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean takesPacked = CompressedFiles.takes(header(ctx, HttpHeaders.ACCEPT_ENCODING), "gzip");
        if (takesPacked) {
            ctx.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Reply.json(ctx, 200, takesPacked ? packed : plain);
    }

    private static String header(RoutingContext ctx, CharSequence name) {
        return Optional.ofNullable(ctx.request().getHeader(name)).orElse("");
    }

    private static Buffer pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(LEVEL);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return Buffer.buffer(packed.toByteArray());
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
