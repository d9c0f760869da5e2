package rescue.dispatch.shell.web;

import io.vertx.core.json.Json;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * A request whose texts stay texts. The validator reads a parameter as JSON before it looks at its type, so that the key
 * {@code 20261126.17}, the unit {@code -5} or the place {@code 25.3} would be refused as no text; quoted, each is what was sent.
 */
record TextParameters(
        Map<String, RequestParameter> getHeaders,
        Map<String, RequestParameter> getCookies,
        Map<String, RequestParameter> getPathParameters,
        Map<String, RequestParameter> getQuery,
        RequestParameter getBody,
        String getContentType)
        implements ValidatableRequest {

    static ValidatableRequest quoted(ValidatableRequest sent, Operation operation) {
        return new TextParameters(
                quoted(sent.getHeaders(), operation, Location.HEADER),
                sent.getCookies(),
                quoted(sent.getPathParameters(), operation, Location.PATH),
                quoted(sent.getQuery(), operation, Location.QUERY),
                sent.getBody(),
                sent.getContentType());
    }

    private static Map<String, RequestParameter> quoted(
            Map<String, RequestParameter> sent, Operation operation, Location in) {
        Map<String, RequestParameter> quoted = new HashMap<>(sent);
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getIn() == in && parameter.getSchemaType() == SchemaType.STRING) {
                quoted.computeIfPresent(parameter.getName(), (name, value) -> quoted(value));
            }
        }
        return quoted;
    }

    private static RequestParameter quoted(RequestParameter value) {
        return value.get() instanceof String text && !text.isEmpty() ? asJson(text) : value;
    }

    private static RequestParameter asJson(String text) {
        String json = Json.encode(text);
        return () -> json;
    }
}
