package rescue.dispatch.shell.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import rescue.dispatch.flow.AddToAlert;
import rescue.dispatch.flow.KeepPhoto;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.TrackAlert;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.shell.report.Patience.Turn;
import rescue.dispatch.shell.spool.AlertDoor;
import rescue.dispatch.shell.web.ApiRoutes;

/** {@code /track/CODE}: how far help has come, and what else there is to say, for whoever holds the code. */
public final class TrackRoutes implements ApiRoutes {

    /** Two thousand characters of Vietnamese, each three bytes of three digits. */
    private static final long MORE_MAX_BYTES = 32 * 1024;

    /** As the contract has it for {@code addPhotoToAlert}, where eight million characters of base64 are six megabytes. */
    public static final int PHOTO_MAX_MB = 6;

    private static final long PHOTO_MAX_BYTES = (PHOTO_MAX_MB * 1024 + 64) * 1024L;

    /** What a page may say thanks for: it comes back in the address. */
    private static final Set<String> THANKS = Set.of("report.more.thanks", "report.photo.thanks");

    private static final String PUBLIC = "public";

    private final AlertDoor door;
    private final TrackAlert trackAlert;
    private final AddToAlert addToAlert;
    private final KeepPhoto keepPhoto;
    private final PageWriter pages;
    private final TroublePages trouble;
    private final Patience patience;
    private final InstantSource clock;

    public TrackRoutes(
            AlertDoor door,
            TrackAlert trackAlert,
            AddToAlert addToAlert,
            KeepPhoto keepPhoto,
            PageWriter pages,
            InstantSource clock) {
        this.door = door;
        this.trackAlert = trackAlert;
        this.addToAlert = addToAlert;
        this.keepPhoto = keepPhoto;
        this.pages = pages;
        this.trouble = new TroublePages(pages);
        this.patience = new Patience(clock);
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Pages, beside the contract.
    }

    @Override
    public void mountBeside(Router router) {
        router.get("/track/:code").handler(this::show).failureHandler(trouble::answer);
        router.post("/track/:code/more")
                .handler(BodyHandler.create(false).setBodyLimit(MORE_MAX_BYTES))
                .handler(this::more)
                .failureHandler(trouble::answer);
        router.post("/track/:code/photos")
                .handler(BodyHandler.create(System.getProperty("java.io.tmpdir"))
                        .setBodyLimit(PHOTO_MAX_BYTES)
                        .setDeleteUploadedFilesOnEnd(true))
                .handler(this::photo)
                .failureHandler(trouble::answer);
    }

    private void show(RoutingContext ctx) {
        boolean auto = ctx.queryParams().contains("auto");
        String thanks = Optional.ofNullable(ctx.queryParams().get("thanks"))
                .filter(THANKS::contains)
                .orElse("");
        find(ctx, incident -> {
            var page = TrackPage.of(code(ctx), incident, clock.instant(), auto, MoreForm.empty());
            // The whole page, or for its script only the part that changes.
            boolean part = "state".equals(ctx.queryParams().get("part"));
            send(ctx, 200, part ? "state" : "track", page.withThanks(thanks));
        });
    }

    private void more(RoutingContext ctx) {
        MoreForm form = MoreForm.read(ctx.request().formAttributes());
        Optional<String> fault = form.fault();
        if (fault.isPresent()) {
            again(ctx, form, fault.get());
            return;
        }
        String code = code(ctx);
        inTurn(ctx)
                .compose(turn -> addToAlert.add(code, form.idempotencyKey(code), form.addition(), PUBLIC))
                .onSuccess(outcome -> answer(ctx, form, outcome, "report.more.thanks"))
                .onFailure(ctx::fail);
    }

    private void photo(RoutingContext ctx) {
        Optional<FileUpload> file = ctx.fileUploads().stream()
                .filter(upload -> upload.name().equals("photo") && upload.size() > 0)
                .findFirst();
        if (file.isEmpty()) {
            again(ctx, MoreForm.empty(), "report.more.nothing");
            return;
        }
        inTurn(ctx)
                .compose(turn -> ctx.vertx().fileSystem().readFile(file.get().uploadedFileName()))
                .compose(bytes -> keepPhoto.ofReporter(code(ctx), sent(bytes)))
                .onSuccess(outcome -> answer(ctx, MoreForm.empty(), outcome, "report.photo.thanks"))
                .onFailure(ctx::fail);
    }

    /** A form has no memory, so a photo is known by what it is: the same file twice is one photo. */
    private static KeepPhoto.Sent sent(Buffer file) {
        String base64 = Base64.getEncoder().encodeToString(file.getBytes());
        return new KeepPhoto.Sent(ReportForm.hash(base64), base64, null, null, PUBLIC);
    }

    private Future<Turn> inTurn(RoutingContext ctx) {
        return patience.turn(ctx.vertx(), Senders.address(ctx))
                .compose(turn -> turn == Turn.LATER
                        ? Future.failedFuture(new TroublePages.Busy())
                        : Future.succeededFuture(turn));
    }

    /** Back to the page that is followed, so that loading it again sends nothing again. */
    private <T> void answer(RoutingContext ctx, MoreForm form, Outcome<T> outcome, String thanks) {
        outcome.fold(
                done -> {
                    boolean script = ctx.request().getFormAttribute("script") != null;
                    ctx.response()
                            .setStatusCode(303)
                            .putHeader(
                                    HttpHeaders.LOCATION,
                                    "/track/" + code(ctx) + pages.frame(ctx).query() + "&thanks=" + thanks
                                            + (script ? "" : "&auto"))
                            .end();
                    return null;
                },
                refused -> {
                    again(ctx, form, phrase(refused));
                    return null;
                });
    }

    private static String phrase(Outcome.Refused<?> refused) {
        return switch (refused.code()) {
            case ALERT_CLOSED -> "report.more.closed";
            case TOO_MANY_PHOTOS -> "report.photo.tooMany";
            case PHOTO_TOO_LARGE -> "report.large.why";
            case PHOTO_NOT_READABLE, PHOTO_OTHER_FORMAT, PHOTO_INCOMPLETE -> "report.photo.refused";
            default -> "report.more.notSent";
        };
    }

    /** The page as it was, with what was typed and what to mend. */
    private void again(RoutingContext ctx, MoreForm form, String fault) {
        find(ctx, incident -> {
            var page = TrackPage.of(code(ctx), incident, clock.instant(), false, form);
            send(ctx, 422, "track", page.withFault(fault));
        });
    }

    private void find(RoutingContext ctx, Consumer<Incident> show) {
        door.orWaiting(
                        code(ctx),
                        trackAlert
                                .find(code(ctx))
                                .map(found -> found.map(incident -> (Runnable) () -> show.accept(incident))),
                        waiting -> () -> pages.send(ctx, 200, "waiting", pages.frame(ctx), Map.of()))
                .onSuccess(found -> found.ifPresentOrElse(
                        Runnable::run, () -> pages.send(ctx, 404, "unknownCode", pages.frame(ctx), Map.of())))
                .onFailure(ctx::fail);
    }

    private void send(RoutingContext ctx, int status, String template, TrackPage page) {
        pages.send(ctx, status, template, pages.frame(ctx), Map.of("page", page));
    }

    private static String code(RoutingContext ctx) {
        return ctx.pathParam("code");
    }
}
