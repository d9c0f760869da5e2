package rescue.dispatch.shell.web;

import io.vertx.ext.web.RoutingContext;

/**
 * What a browser may do with our answers. Pages load nothing from outside, run no inline script, and sit in no frame; the
 * map draws in a worker made from a blob and keeps pictures as data. Only our own pages call the API: this node's, and those of
 * the other nodes, which have lost theirs.
 */
final class SecurityHeaders {

    private static final String CONNECT = "connect-src ";

    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final String policy;

    SecurityHeaders(KnownOrigins nodes) {
        this.policy = POLICY + "; " + CONNECT + nodes.connectSources();
    }

    void add(RoutingContext ctx) {
        ctx.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
        ctx.next();
    }
}
