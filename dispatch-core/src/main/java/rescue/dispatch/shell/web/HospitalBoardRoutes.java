package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReminderRule;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.SoftHolds;

/** {@code GET /hospitals}: the desk sees all of them, a hospital only itself. */
public final class HospitalBoardRoutes implements ApiRoutes {

    private static final String ALL = ""; // no hospital's id

    /** What the desks see. */
    private record Seen(List<Hospital> hospitals, List<SoftHold> choosing) {}

    private final HospitalBoard hospitals;
    private final SoftHolds choosing;
    private final Clock clock;
    private final SharedBoard board;

    public HospitalBoardRoutes(HospitalBoard hospitals, SoftHolds choosing, Clock clock) {
        this.hospitals = hospitals;
        this.choosing = choosing;
        this.clock = clock;
        this.board = new SharedBoard(clock);
        board.usual(ALL, this::all, this::forDesks);
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
            board.reply(ctx, id, () -> itself(id), this::forItself);
        } else {
            board.reply(ctx, ALL, this::all, this::forDesks);
        }
    }

    private Future<List<Hospital>> itself(String id) {
        return hospitals.seenBy(id).find(id).map(found -> found.stream().toList());
    }

    private Future<Seen> all() {
        Future<List<Hospital>> houses = hospitals.list();
        Future<List<SoftHold>> chosen = choosing.list();
        return Future.all(houses, chosen).map(both -> new Seen(houses.result(), chosen.result()));
    }

    /** Who is thinking of a hospital is the desks' affair. */
    private JsonObject forItself(List<Hospital> shown) {
        Instant now = clock.instant();
        return rows(shown.stream().map(hospital -> HospitalJson.of(hospital, now)));
    }

    private JsonObject forDesks(Seen seen) {
        Instant now = clock.instant();
        Map<String, List<SoftHold>> byHospital =
                seen.choosing.stream().collect(Collectors.groupingBy(SoftHold::hospitalId));
        return rows(seen.hospitals.stream()
                .map(hospital -> HospitalJson.of(hospital, now)
                        .put("callAt", callAt(hospital))
                        .put("choosing", SoftHoldJson.of(byHospital.getOrDefault(hospital.id(), List.of())))));
    }

    /** None for one that never said anything: it may be telephoned at any time. */
    private @Nullable String callAt(Hospital hospital) {
        Said newest = hospital.capacity().newest();
        return newest == null
                ? null
                : ReminderRule.callAt(newest.at(), clock.getZone()).toString();
    }

    private static JsonObject rows(Stream<JsonObject> hospitals) {
        JsonArray rows = new JsonArray();
        hospitals.forEach(rows::add);
        return new JsonObject().put("hospitals", rows);
    }
}
