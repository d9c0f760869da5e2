package rescue.hospital.protocol.sms;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.BodySize;
import rescue.dispatch.shell.web.CleanText;
import rescue.dispatch.shell.web.Problem;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.FileReport;
import rescue.hospital.protocol.FileReport.Sender;
import rescue.hospital.protocol.MachineReport;
import rescue.hospital.protocol.sms.SmsNumbers.Registered;

/**
 * {@code GET|POST /sms}: a message that the centre's own SMS gateway has received, by query or form, answered with the text
 * that it sends back. The gateway shows a secret; the sender's number, which it vouches for, says which hospital speaks.
 * A number can be forged: what comes this way is marked, and a page's later word stands above it.
 */
public final class SmsRoutes implements ApiRoutes {

    private static final String ADDRESS = "/sms";
    private static final long BODY_MAX_BYTES = 64 * 1024; // as everywhere
    private static final String BEARER = "Bearer ";

    private static final Logger LOG = LoggerFactory.getLogger(SmsRoutes.class);

    /**
     * The gateway that may call.
     *
     * @param token its secret
     * @param countryCode of the numbers that it writes without one
     */
    public record Gateway(String token, String countryCode) {

        /**
         * Whether it is calling.
         *
         * @param said the secret where it stands in the address or the form
         */
        boolean isCalling(RoutingContext ctx, @Nullable String said) {
            String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
            String shown = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : said;
            return shown != null
                    && MessageDigest.isEqual(
                            shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Gateway gateway;
    private final SmsNumbers numbers;
    private final FileReport file;
    private final InstantSource clock;
    private final SmsAnswers answers;
    private final Problem problem;

    public SmsRoutes(
            Gateway gateway, SmsNumbers numbers, FileReport file, InstantSource clock, ZoneId zone, Phrases phrases) {
        this.gateway = gateway;
        this.numbers = numbers;
        this.file = file;
        this.clock = clock;
        this.answers = new SmsAnswers(phrases, zone);
        this.problem = new Problem(phrases);
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Another protocol, at its own address.
    }

    @Override
    public void mountBeside(Router router) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(BODY_MAX_BYTES);
        router.route(ADDRESS)
                .handler(ctx -> {
                    BodySize.takeNoForm(
                            ctx); // it is one, and read here: the framework's own reader fails in its own words
                    reader.handle(ctx);
                })
                .handler(this::receive);
    }

    /**
     * A message.
     *
     * @param id of the gateway, so that one that it delivers twice counts once
     * @param sentAt when it was sent, for one that was hours on its way
     */
    private record Message(
            String text, @Nullable String id, @Nullable Instant sentAt) {}

    private void receive(RoutingContext ctx) {
        MultiMap fields =
                MultiMap.caseInsensitiveMultiMap().addAll(ctx.queryParams()).addAll(form(ctx));
        if (!gateway.isCalling(ctx, fields.get("token"))) {
            ctx.fail(new ApiFailure(ProblemCode.UNAUTHENTICATED));
            return;
        }
        String from = fields.get("from");
        String text = fields.get("text");
        if (from == null || text == null) {
            ctx.fail(new ApiFailure(ProblemCode.SMS_INCOMPLETE));
            return;
        }
        var message = new Message(CleanText.of(text), fields.get("id"), time(fields.get("time")));
        PhoneNumber.international(from, gateway.countryCode)
                .map(numbers::find)
                .orElse(Future.succeededFuture(Optional.empty()))
                .compose(found -> found.map(known -> take(known, message))
                        .orElseGet(() -> Future.succeededFuture(answers.stranger())))
                .onSuccess(answer -> reply(ctx, answer))
                .onFailure(ctx::fail);
    }

    /** Its refusal too is an answer to the telephone; only what is our own fault is one to the gateway, which tries again. */
    private Future<String> take(Registered sender, Message message) {
        return Future.succeededFuture()
                .compose(go -> file(sender, message))
                .recover(failure ->
                        failure instanceof ApiFailure refused && refused.code().status() < 500
                                ? Future.succeededFuture(answers.refused(sentence(refused)))
                                : Future.failedFuture(failure));
    }

    private Future<String> file(Registered sender, Message message) {
        FileReport its = file.seenBy(sender.hospitalId());
        var by = new Sender(sender.who(), ReportSource.SMS);
        Instant at = message.sentAt == null ? clock.instant() : message.sentAt;
        if (SmsReader.saysUnchanged(message.text)) {
            return its.confirm(sender.hospitalId(), at, by, message.id)
                    .map(hospital -> answers.unchanged(hospital.name(), at));
        }
        MachineReport said = SmsReader.read(message.text, message.sentAt);
        return its.file(sender.hospitalId(), said, by, message.id)
                .map(Hospital::name)
                .map(name -> answers.understood(name, said, at));
    }

    private String sentence(ApiFailure refused) {
        LOG.info("a message was refused: {}", refused.getMessage());
        return problem.of(refused, Language.VI, ADDRESS).body().getString("detail");
    }

    private static MultiMap form(RoutingContext ctx) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        String body = ctx.body().asString();
        try {
            if (body != null) {
                new QueryStringDecoder(body, StandardCharsets.UTF_8, false)
                        .parameters()
                        .forEach(fields::add);
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(ProblemCode.FORM_BROKEN);
        }
    }

    /** Seconds since 1970, as most gateways write it, or a time with its zone. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new ApiFailure(ProblemCode.REPORT_TIME_BROKEN, Counts.shown(text));
        }
    }

    private static void reply(RoutingContext ctx, String text) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(text);
    }
}
