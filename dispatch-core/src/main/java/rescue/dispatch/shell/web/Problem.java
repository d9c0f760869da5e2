package rescue.dispatch.shell.web;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.postgres.DatabaseAway;
import rescue.dispatch.shell.spool.SpoolFull;

/**
 * Every failure of a request becomes an answer here, and only here (RFC 9457): refusals with their code and sentence,
 * broken requests with the fields to mend, a database that is away as 503, whatever else as 500 with an id that is in the
 * log too. No class name, no SQL and no stack trace leaves the house.
 */
public final class Problem {

    /** A restart of PostgreSQL takes a few seconds; clients that wait this long do not pile up meanwhile. */
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(3);

    /** Documents the code in {@code type}; a name, not an address, as there is no internet where this runs. */
    private static final String TYPE_PREFIX = "urn:hoang-lien:problem:";

    /** One constant of an enum, or several. */
    private static final Pattern HOUSE_WORDS = Pattern.compile("[A-Z][A-Z_]+(, [A-Z][A-Z_]+)*");

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    private final Phrases phrases;

    public Problem(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The failure handler of every router. */
    public void answer(RoutingContext ctx) {
        if (ctx.response().headWritten() || ctx.response().closed()) {
            LOG.warn("failed after the answer had begun: {}", ctx.request().path(), ctx.failure());
            ctx.response().reset();
            return;
        }
        send(ctx, of(ctx), Ask.language(ctx));
    }

    /** What is to be answered to a request that has failed, for a protocol that says it in a form of its own. */
    public Answer of(RoutingContext ctx) {
        Language language = Ask.language(ctx);
        return ctx.failure() == null
                ? of(forStatus(ctx.statusCode(), BodySize.maxBytes(ctx)), language)
                : of(
                        ctx.failure(),
                        language,
                        ctx.request().method() + " " + ctx.request().path());
    }

    /** The document for a failure, and the seconds to wait if it is worth trying again. */
    public record Answer(
            int status, JsonObject body, @Nullable Duration retryAfter) {}

    /** The same for whoever asked by no request. */
    public Answer of(Throwable failure, Language language, String where) {
        if (failure instanceof ApiFailure refusal) {
            return of(refusal, language);
        }
        if (failure instanceof ValidatorException invalid) {
            return invalid(invalid, language);
        }
        if (failure
                instanceof DecoderException) { // of a form: a field of more than 8 KB, a percent sign without digits
            return of(new ApiFailure(ProblemCode.FORM_BROKEN), language);
        }
        if (failure instanceof DecodeException) {
            return of(new ApiFailure(ProblemCode.JSON_BROKEN), language);
        }
        if (failure instanceof SpoolFull full) {
            LOG.error("an alert could not be kept: {}", full.getMessage());
            return of(new ApiFailure(ProblemCode.ALERT_NOT_KEPT).retryAfter(DATABASE_RETRY), language);
        }
        if (DatabaseAway.isMeantBy(failure)) {
            LOG.warn("database away at {}: {}", where, failure.getMessage());
            return of(
                    new ApiFailure(ProblemCode.DATABASE_AWAY, DATABASE_RETRY.toSeconds()).retryAfter(DATABASE_RETRY),
                    language);
        }
        if (failure instanceof HttpException http) { // the web framework's own: look at what it wraps first
            return http.getCause() != null
                    ? of(http.getCause(), language, where)
                    : of(forStatus(http.getStatusCode(), BodySize.USUAL_MAX_BYTES), language);
        }
        String correlationId = UUID.randomUUID().toString();
        LOG.error("{} at {}", correlationId, where, failure);
        return of(new ApiFailure(ProblemCode.INTERNAL, correlationId).with("correlationId", correlationId), language);
    }

    private Answer invalid(ValidatorException invalid, Language language) {
        if (invalid.type() == ValidatorErrorType.ILLEGAL_VALUE) {
            return of(new ApiFailure(ProblemCode.JSON_BROKEN), language);
        }
        List<FieldFault> faults = new SchemaFaults(phrases, language).list(invalid);
        FieldFault first = faults.get(0);
        if (first.pointer().equals("/header/If-Match") && first.keyword().equals("parameter")) {
            return of(new ApiFailure(ProblemCode.VERSION_MISSING), language);
        }
        ProblemCode code = faults.size() == 1
                        && first.pointer().equals("/status")
                        && first.keyword().equals("enum")
                ? ProblemCode.STATUS_UNKNOWN
                : ProblemCode.REQUEST_INVALID;
        JsonObject body = document(code, code == ProblemCode.STATUS_UNKNOWN ? first.detail() : text(code, language));
        JsonArray errors = new JsonArray();
        faults.forEach(fault -> errors.add(fault.toJson()));
        return new Answer(code.status(), body.put("errors", errors), null);
    }

    private Answer of(ApiFailure refusal, Language language) {
        String detail = phrases.text(language, refusal.code().phrase(), words(refusal.args(), language));
        JsonObject body = document(refusal.code(), detail).mergeIn(refusal.members());
        String pointer = refusal.pointer();
        if (pointer != null) {
            body.put("errors", new JsonArray().add(new FieldFault(pointer, "", detail).toJson()));
        }
        return new Answer(refusal.code().status(), body, refusal.retryAfter());
    }

    /** Words of the house among the arguments, such as a status, are said in the language of the sentence. */
    private Object[] words(List<Object> args, Language language) {
        return args.stream()
                .map(arg -> HOUSE_WORDS.matcher(arg.toString()).matches() ? translate(arg.toString(), language) : arg)
                .toArray();
    }

    private String translate(String words, Language language) {
        return Stream.of(words.split(", "))
                .map(word -> phrases.has(language, "word." + word) ? phrases.text(language, "word." + word) : word)
                .collect(Collectors.joining(", "));
    }

    private String text(ProblemCode code, Language language) {
        return phrases.text(language, code.phrase());
    }

    private static JsonObject document(ProblemCode code, String detail) {
        return new JsonObject()
                .put("type", TYPE_PREFIX + code.code())
                .put("title", code.code())
                .put("status", code.status())
                .put("code", code.code())
                .put("detail", detail);
    }

    /** The framework's bare statuses; those that have no code of their own are the request's fault or ours. */
    private static ApiFailure forStatus(int status, int bodyMaxBytes) {
        return switch (status) {
            case 401 -> new ApiFailure(ProblemCode.UNAUTHENTICATED);
            case 403 -> new ApiFailure(ProblemCode.FORBIDDEN);
            case 404 -> new ApiFailure(ProblemCode.ROUTE_UNKNOWN);
            case 413 -> new ApiFailure(ProblemCode.BODY_TOO_LARGE, bodyMaxBytes / 1024);
            default -> new ApiFailure(status < 500 ? ProblemCode.REQUEST_INVALID : ProblemCode.INTERNAL, "");
        };
    }

    private static void send(RoutingContext ctx, Answer answer, Language language) {
        var response = ctx.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader("Content-Language", language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Duration retryAfter = answer.retryAfter();
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        if (answer.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(answer.body().toBuffer());
    }
}
