package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.port.HospitalBoard;

/** {@code GET /hospitals}: the desk sees all of them, a hospital only itself. */
public final class HospitalBoardRoutes implements ApiRoutes {

    private final HospitalBoard hospitals;
    private final InstantSource clock;

    public HospitalBoardRoutes(HospitalBoard hospitals, InstantSource clock) {
        this.hospitals = hospitals;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listHospitals").addHandler(this::list);
    }

    private void list(RoutingContext ctx) {
        Principal principal = Sessions.get(ctx);
        hospitals
                .list()
                .onSuccess(all -> {
                    Instant now = clock.instant();
                    JsonArray board = new JsonArray();
                    all.stream()
                            .filter(hospital -> principal.role() != Role.HOSPITAL
                                    || hospital.id().equals(principal.hospitalId()))
                            .forEach(hospital -> board.add(HospitalJson.of(hospital, now)));
                    Reply.json(
                            ctx,
                            200,
                            new JsonObject().put("asOf", now.toString()).put("hospitals", board));
                })
                .onFailure(ctx::fail);
    }
}
