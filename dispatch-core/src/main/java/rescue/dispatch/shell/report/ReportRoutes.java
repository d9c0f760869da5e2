package rescue.dispatch.shell.report;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.report.Patience.Turn;
import rescue.dispatch.shell.spool.AlertDoor;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Refusals;

/**
 * {@code /report}: an emergency by form, in three steps, with or without a script. Sent is what was typed; refused is only a
 * form that says neither what nor where.
 */
public final class ReportRoutes implements ApiRoutes {

    /** A thousand characters of Vietnamese, each three bytes of three digits, and the rest of the form. */
    private static final long BODY_MAX_BYTES = 32 * 1024;

    private static final String JSON = "application/json";

    private final AlertDoor door;
    private final ReportPlaces places;
    private final PageWriter pages;
    private final Patience patience;
    private final TroublePages trouble;
    private final PackFiles voices = new PackFiles(LanguagePack.list());

    public ReportRoutes(
            AlertDoor door, Gazetteer gazetteer, RoadRegister register, PageWriter pages, InstantSource clock) {
        this.door = door;
        this.places = new ReportPlaces(gazetteer, register);
        this.pages = pages;
        this.patience = new Patience(clock);
        this.trouble = new TroublePages(pages);
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Pages, beside the contract.
    }

    @Override
    public void mountBeside(Router router) {
        router.get("/report").handler(this::show).failureHandler(trouble::answer);
        router.post("/report")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_MAX_BYTES))
                .handler(this::take)
                .failureHandler(trouble::answer);
        router.get("/report/packs/:tag/:file").handler(voices::send).failureHandler(trouble::answer);
        router.get("/report/first-aid").handler(this::firstAid).failureHandler(trouble::answer);
    }

    private void show(RoutingContext ctx) {
        form(ctx, 200, pages.frame(ctx), ReportForm.empty(), List.of(), false);
    }

    private void take(RoutingContext ctx) {
        ReportForm form = ReportForm.read(ctx.request().formAttributes());
        String toLanguage = ctx.request().getFormAttribute("to");
        List<String> missing = form.missing();
        if (toLanguage != null) {
            form(ctx, 200, pages.frame(ctx, toLanguage), form, List.of(), false);
        } else if ("find".equals(ctx.request().getFormAttribute("act"))) {
            form(ctx, 200, pages.frame(ctx), form, List.of(), true);
        } else if (!missing.isEmpty()) {
            form(ctx, 422, pages.frame(ctx), form, missing, false);
        } else {
            send(ctx, form);
        }
    }

    private void send(RoutingContext ctx, ReportForm form) {
        trouble.keep(ctx, form);
        patience.turn(ctx.vertx(), Senders.address(ctx))
                .compose(
                        turn -> turn == Turn.LATER ? Future.failedFuture(new TroublePages.Busy()) : receive(form, turn))
                .onSuccess(taken -> answer(ctx, taken))
                .onFailure(ctx::fail);
    }

    private Future<AlertDoor.Taken> receive(ReportForm form, Turn turn) {
        return door.take(form.idempotencyKey(), told(form, turn), "public").compose(Refusals::orFail);
    }

    private ReceiveAlert.Told told(ReportForm form, Turn turn) {
        return new ReceiveAlert.Told(
                AlertSource.APP, form.kind(), places.told(form), null, null, null, mark(turn), null);
    }

    /** The form has no words of its own for the desk, so what we noticed about the sender's address can stand there. */
    private @Nullable String mark(Turn turn) {
        return turn == Turn.AFTER_A_WAIT ? pages.phrase(Language.VI, "report.manyFromOneAddress") : null;
    }

    /** A page to go to, for a browser; the same as data, for a script that keeps what it could not send. */
    private void answer(RoutingContext ctx, AlertDoor.Taken taken) {
        String code =
                taken.fold(entered -> entered.taken().receipt().trackingCode(), AlertDoor.Taken.Waiting::trackingCode);
        String track = "/track/" + code + pages.frame(ctx).query();
        if (asksForJson(ctx)) {
            ctx.response()
                    .setStatusCode(taken.fold(entered -> 201, waiting -> 202))
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(new JsonObject().put("track", track).toBuffer());
        } else {
            ctx.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, track + "&auto")
                    .end();
        }
    }

    private void form(
            RoutingContext ctx, int status, Frame frame, ReportForm form, List<String> missing, boolean searched) {
        var page = new FormPage(
                form,
                places.listRoads(),
                places.listCommunes(),
                missing,
                searched ? places.find(form.village()) : List.of(),
                searched);
        pages.send(ctx, status, "form", frame, Map.of("page", page));
    }

    private void firstAid(RoutingContext ctx) {
        pages.send(
                ctx,
                200,
                "firstAid",
                pages.frame(ctx),
                Map.of(
                        "kinds",
                        FormPage.KINDS,
                        "open",
                        Optional.ofNullable(ctx.queryParams().get("kind")).orElse("")));
    }

    private static boolean asksForJson(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getHeader(HttpHeaders.ACCEPT))
                .orElse("")
                .startsWith(JSON);
    }
}
