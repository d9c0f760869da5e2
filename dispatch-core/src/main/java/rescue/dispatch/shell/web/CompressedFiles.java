package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that the build has compressed beside the plain ones: Brotli saves a tablet on one bar of signal a fifth of what
 * gzip would send, and costs nothing here. Whoever takes neither gets the plain file from the handler after this.
 */
final class CompressedFiles {

    /** Best first: the name in the header and the ending of the file. */
    private record Coding(String name, String ending) {}

    private static final List<Coding> CODINGS = List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));

    private final String folder;

    /** The few files that there are, as they are sent; of names that are no file nothing is kept. */
    private final Map<String, Buffer> read = new ConcurrentHashMap<>();

    CompressedFiles(String folder) {
        this.folder = folder;
    }

    void send(RoutingContext ctx) {
        String accepted = Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        String path = ctx.normalizedPath();
        for (Coding coding : CODINGS) {
            if (takes(accepted, coding.name())) {
                Optional<Buffer> bytes = find(ctx, folder + path + coding.ending());
                if (bytes.isPresent()) {
                    ctx.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, typeOf(path))
                            .putHeader(HttpHeaders.CONTENT_ENCODING, coding.name())
                            .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                            .end(bytes.get());
                    return;
                }
            }
        }
        ctx.next();
    }

    /** Read once, at the first load of a page: some hundred kilobytes of the class path. */
    private Optional<Buffer> find(RoutingContext ctx, String file) {
        FileSystem files = ctx.vertx().fileSystem();
        Buffer known = read.get(file);
        if (known == null && files.existsBlocking(file)) {
            known = files.readFileBlocking(file);
            read.put(file, known);
        }
        return Optional.ofNullable(known);
    }

    /** {@code gzip, br;q=0} takes gzip and no Brotli. */
    static boolean takes(String accepted, String coding) {
        for (String each : accepted.split(",")) {
            String[] parts = each.strip().split(";");
            if (parts[0].strip().equalsIgnoreCase(coding)) {
                return parts.length < 2 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static String typeOf(String path) {
        String type = MimeMapping.mimeTypeForFilename(path);
        boolean text =
                type != null && (type.startsWith("text/") || type.contains("javascript") || type.contains("svg"));
        return text ? type + ";charset=UTF-8" : String.valueOf(type);
    }
}
