package rescue.dispatch.shell.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.phrases.Language;

/** Reads a request that was found to fit the contract. */
public final class Ask {

    private Ask() {}

    /** The language of the answer. */
    public static Language language(RoutingContext ctx) {
        return Language.asked(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The body, for an operation whose body is an object. */
    public static JsonObject body(RoutingContext ctx) {
        return CleanText.of(validated(ctx).getBody().getJsonObject());
    }

    /** The body, for an operation that may be called without one; an empty object then. */
    public static JsonObject bodyIfAny(RoutingContext ctx) {
        JsonObject body = validated(ctx).getBody().getJsonObject();
        return body == null ? new JsonObject() : CleanText.of(body);
    }

    /** The body, for an operation whose body is a list. */
    public static JsonArray list(RoutingContext ctx) {
        return CleanText.of(validated(ctx).getBody().getJsonArray());
    }

    /** An id in the path that is a UUID; anything else is simply not there. */
    public static UUID uuid(RoutingContext ctx, String name, ProblemCode unknown) {
        String text = ctx.pathParam(name);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(unknown, text);
        }
    }

    /** A query parameter, or its default. */
    public static int query(RoutingContext ctx, String name, int otherwise) {
        String text = queryText(ctx, name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** A query parameter as sent, or null. */
    public static @Nullable String queryText(RoutingContext ctx, String name) {
        return ctx.queryParams().get(name);
    }

    /** A time in the body; the contract checks its form, not whether there is such a day. */
    public static Instant instant(JsonObject body, String name) {
        try {
            return OffsetDateTime.parse(body.getString(name)).toInstant();
        } catch (DateTimeParseException e) {
            throw new ApiFailure(ProblemCode.REQUEST_INVALID).at("/" + name);
        }
    }

    /** The version in {@code If-Match}, with or without quotes; empty when it is no number, so that nothing matches. */
    public static OptionalLong ifMatch(RoutingContext ctx) {
        String text = ctx.request().getHeader(HttpHeaders.IF_MATCH);
        if (text == null) {
            return OptionalLong.empty();
        }
        String digits = text.replaceFirst("^W/", "").replace("\"", "").trim();
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static ValidatedRequest validated(RoutingContext ctx) {
        ValidatedRequest request = ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
        if (request == null) {
            throw new IllegalStateException("not validated: " + ctx.request().path());
        }
        return request;
    }
}
