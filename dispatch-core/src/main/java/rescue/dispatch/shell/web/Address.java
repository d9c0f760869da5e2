package rescue.dispatch.shell.web;

import io.vertx.ext.web.RoutingContext;

/** The address as it came over the wire, looked at before anything tries to decode it. */
public final class Address {

    private static final int HEX = 16;

    private Address() {}

    /** Refuses a percent sign without its two digits, and the null character, which PostgreSQL cannot keep in a text. */
    public static void check(RoutingContext ctx) {
        if (isReadable(ctx.request().uri())) {
            ctx.next();
        } else {
            ctx.fail(new ApiFailure(ProblemCode.ADDRESS_BROKEN));
        }
    }

    /** Whether that is why a request has failed. */
    public static boolean isBroken(RoutingContext ctx) {
        return ctx.failure() instanceof ApiFailure refused && refused.code() == ProblemCode.ADDRESS_BROKEN;
    }

    static boolean isReadable(String uri) {
        for (int at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 1)) {
            int high = at + 1 < uri.length() ? Character.digit(uri.charAt(at + 1), HEX) : -1;
            int low = at + 2 < uri.length() ? Character.digit(uri.charAt(at + 2), HEX) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return false;
            }
        }
        return true;
    }
}
