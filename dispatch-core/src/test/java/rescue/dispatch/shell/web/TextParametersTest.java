package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the contract and the validator in use. */
class TextParametersTest {

    private static final RequestParameter ALERT = value(Buffer.buffer("{\"source\":\"PHONE\",\"kind\":\"FIRE\"}"));

    private static final RequestParameter POSITIONS =
            value(Buffer.buffer("[{\"lat\":22.4,\"lon\":103.5,\"at\":\"2026-07-02T09:30:00Z\"}]"));

    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static RequestValidator validator;

    @BeforeAll
    static void load() {
        vertx = Vertx.vertx();
        contract = await(Contract.load(vertx)).requests();
        validator = RequestValidator.create(vertx, contract);
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "20261126.17",
                "-17",
                "1e3",
                "true",
                "null",
                "a b",
                "\"quoted\"",
                "\"half",
                "{\"a\":1}",
                "[1",
                "ổ gà",
                "\\",
                "a\tb",
                "12+500"
            })
    void a_text_is_taken_as_it_was_sent(String text) {
        ValidatedRequest alert =
                validated("createAlert", Map.of("Idempotency-Key", value(text)), Map.of(), Map.of(), ALERT);
        assertEquals(text, alert.getHeaders().get("Idempotency-Key").get());
        ValidatedRequest unit =
                validated("recordPositions", Map.of(), Map.of("unitId", value(text)), Map.of(), POSITIONS);
        assertEquals(text, unit.getPathParameters().get("unitId").get());
        ValidatedRequest places = validated(
                "searchPlaces", Map.of(), Map.of(), Map.of("q", value(text), "limit", value("3")), value(null));
        assertEquals(text, places.getQuery().get("q").get());
        assertEquals(3, places.getQuery().get("limit").get());
    }

    @Test
    void what_is_too_long_or_no_number_is_still_refused() {
        Map<String, RequestParameter> long129 = Map.of("Idempotency-Key", value("x".repeat(129)));
        assertThrows(CompletionException.class, () -> validated("createAlert", long129, Map.of(), Map.of(), ALERT));
        Map<String, RequestParameter> much = Map.of("q", value("Sapa"), "limit", value("much"));
        assertThrows(CompletionException.class, () -> validated("searchPlaces", Map.of(), Map.of(), much, value(null)));
    }

    private static ValidatedRequest validated(
            String operation,
            Map<String, RequestParameter> headers,
            Map<String, RequestParameter> path,
            Map<String, RequestParameter> query,
            RequestParameter body) {
        ValidatableRequest sent = new io.vertx.openapi.validation.impl.ValidatableRequestImpl(
                Map.of(), headers, path, query, body, "application/json");
        return await(validator.validate(TextParameters.quoted(sent, contract.operation(operation)), operation));
    }

    private static RequestParameter value(Object value) {
        return new io.vertx.openapi.validation.impl.RequestParameterImpl(value);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
