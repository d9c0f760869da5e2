package rescue.hospital.protocol;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.BodySize;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Sessions;

/**
 * Who may speak to the addresses of machines: whoever has logged in as a hospital, a nurse's account or one of its own for
 * the machine. Known before the body is read: a stranger's fifty megabytes are not even looked at.
 */
public final class MachineCaller {

    /** As everywhere; a report of every kind of bed there is has a tenth of it. */
    private static final long BODY_MAX_BYTES = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final Sessions sessions;

    public MachineCaller(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Lets hospitals pass. */
    public Route admit(Route route) {
        return route.handler(ctx -> sessions.admit(ctx, Role.HOSPITAL));
    }

    /** Lets hospitals pass, with a body of a size that can be a report. */
    public Route takeBodies(Route route) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(BODY_MAX_BYTES);
        return admit(route).handler(ctx -> {
            BodySize.takeNoForm(ctx);
            reader.handle(ctx); // here, as the framework would have it before the login
        });
    }

    /** The body as it came; nothing when there is none. */
    public static byte[] body(RoutingContext ctx) {
        return ctx.body().buffer() == null ? NOTHING : ctx.body().buffer().getBytes();
    }

    /** Whom a caller speaks for. */
    public static String hospital(Principal caller) {
        String hospitalId = caller.hospitalId();
        if (hospitalId == null) {
            throw new ApiFailure(ProblemCode.FORBIDDEN);
        }
        return hospitalId;
    }
}
