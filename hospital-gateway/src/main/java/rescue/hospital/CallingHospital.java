package rescue.hospital;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import rescue.dispatch.account.Principal;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.dispatch.shell.web.Sessions;

/**
 * For which hospital a caller speaks: a hospital for itself and for no other, the desk for the one it has on the telephone.
 *
 * @param deskMaySpeak false in a network in which no desk stands: what an operator lost there could speak for every hospital
 */
record CallingHospital(boolean deskMaySpeak) {

    /** The hospital of the path, for whom the caller may act. */
    String of(RoutingContext ctx) {
        String hospitalId = ctx.pathParam("hospitalId");
        Principal caller = Sessions.get(ctx);
        boolean mayAct = caller.mayActForHospital(hospitalId)
                || (deskMaySpeak && caller.role().isDesk());
        if (!mayAct) {
            throw new ApiFailure(ProblemCode.FORBIDDEN);
        }
        return hospitalId;
    }

    /** The caller's own hospital, through whose eyes the database is to be read; empty for the desk. */
    static Optional<String> itself(RoutingContext ctx) {
        return Optional.ofNullable(Sessions.get(ctx).hospitalId());
    }

    static String speaker(RoutingContext ctx) {
        return Sessions.get(ctx).user();
    }

    /** A browser says of whatever it writes from which page it comes; a program has none. */
    static ReportSource source(RoutingContext ctx) {
        if (Sessions.get(ctx).role().isDesk()) {
            return ReportSource.PHONE;
        }
        return ctx.request().getHeader(HttpHeaders.ORIGIN) == null ? ReportSource.API : ReportSource.PAGE;
    }
}
