package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.LiveState;

/** {@code GET /hospitals}: the desk sees all of them, a hospital only itself. */
public final class HospitalBoardRoutes implements ApiRoutes {

    private static final String ALL = ""; // no hospital's id

    private final HospitalBoard hospitals;
    private final InstantSource clock;
    private final SharedBoard board;

    public HospitalBoardRoutes(HospitalBoard hospitals, InstantSource clock) {
        this.hospitals = hospitals;
        this.clock = clock;
        this.board = new SharedBoard(clock);
        board.usual(ALL, hospitals::list, this::board);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("listHospitals").addHandler(this::list);
    }

    @Override
    public Map<LiveState.Board, SharedBoard> boards() {
        return Map.of(LiveState.Board.HOSPITALS, board);
    }

    private void list(RoutingContext ctx) {
        Principal principal = Sessions.get(ctx);
        if (principal.role() == Role.HOSPITAL) {
            String id = Optional.ofNullable(principal.hospitalId())
                    .orElseThrow(() -> new ApiFailure(ProblemCode.FORBIDDEN));
            board.reply(ctx, id, () -> itself(id), this::board);
        } else {
            board.reply(ctx, ALL, hospitals::list, this::board);
        }
    }

    private Future<List<Hospital>> itself(String id) {
        return hospitals.seenBy(id).find(id).map(found -> found.stream().toList());
    }

    private JsonObject board(List<Hospital> shown) {
        Instant now = clock.instant();
        JsonArray rows = new JsonArray();
        shown.forEach(hospital -> rows.add(HospitalJson.of(hospital, now)));
        return new JsonObject().put("hospitals", rows);
    }
}
