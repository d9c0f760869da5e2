package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** What the validator in use says about requests that are wrong, in our words. */
class SchemaFaultsTest {

    private static Vertx vertx;
    private static RequestValidator validator;

    @BeforeAll
    static void load() {
        vertx = Vertx.vertx();
        OpenAPIContract contract = await(Contract.load(vertx)).requests();
        validator = RequestValidator.create(vertx, contract);
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            createAlert     | {}                                             | /source: Field “source” is missing. /kind: Field “kind” is missing.
            createAlert     | []                                             | : Wrong type; an object is needed.
            createAlert     | null                                           | : Wrong type; an object is needed.
            createAlert     | {"source":"FAX","kind":"FIRE"}                 | /source: Use one of: APP, PHONE, SMS, CAP, ECALL, AML, SENSOR.
            createAlert     | {"source":"APP","kind":5}                      | /kind: Wrong type; a text is needed.
            createAlert     | {"source":"APP","kind":"FIRE","injured":-1}    | /injured: Must be 0 or more.
            createAlert     | {"source":"APP","kind":"FIRE","injured":10001} | /injured: Must not be more than 10000.
            createAlert     | {"source":"APP","kind":"FIRE","injured":"two"} | /injured: Wrong type; a whole number is needed.
            createAlert     | {"source":"APP","kind":"FIRE","reporterPhone":"123456789012345678901234567890123"} | /reporterPhone: Too long; at most 32 characters.
            createRoadClosure | {"reason":"x","passableFor":["TRAM"]}        | /passableFor/0: Use one of: AMBULANCE, FOUR_BY_FOUR, MOTORBIKE.
            recordPositions | []                                             | : At least 1 item is needed.
            recordPositions | [{"at":"x","lat":"a","lon":1}]                 | /0/lat: Wrong type; a number is needed.
            reportCapacity  | {}                                             | : Name at least one field.
            reportCapacity  | {"beds":{"ICU":{"available":1.5}}}             | /beds/ICU/available: Wrong type; a whole number is needed.
            reportCapacity  | {"beds":{"SOFA":{"available":1}}}              | /beds/SOFA: There is no field “SOFA”; check its spelling.
            closeIncident   | {"disposition":"CANCELLED","nota":"x"}         | /nota: There is no field “nota”; check its spelling.
            recordStatus    | {"status":"EN_ROUTE","deviceId":"","seq":1,"at":"2026-07-02T09:30:00Z"}   | /deviceId: Must not be empty.
            recordStatus    | {"status":"EN_ROUTE","deviceId":"a","seq":1,"at":"yesterday"}             | /at: A time as in RFC 3339 is needed, such as 2026-07-02T09:30:00Z.
            """)
    void says(String operation, String body, String expected) {
        assertEquals(expected, faults(operation, body));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no place at all         | {"source":"PHONE","kind":"FIRE"}
            a place of wrong types  | {"source":"PHONE","kind":"FIRE","location":5,"roadKm":"QL4D","plusCode":[],"placeText":{"a":1}}
            impossible coordinates  | {"source":"APP","kind":"FIRE","location":{"lat":999,"lon":"x"}}
            an unknown kind         | {"source":"APP","kind":"METEORITE"}
            fields of a newer app   | {"source":"APP","kind":"FIRE","batteryPercent":7}
            nothing known           | {"source":"APP","kind":"FIRE","injured":null,"description":null}
            """)
    void an_alert_is_not_refused_for(String story, String body) {
        assertEquals("", faults("createAlert", body));
    }

    private static String faults(String operation, String body) {
        try {
            await(validator.validate(request(body), operation));
            return "";
        } catch (CompletionException e) {
            var faults = new SchemaFaults(new Phrases("problems"), Language.EN);
            return faults.list((ValidatorException) e.getCause()).stream()
                    .map(fault -> fault.pointer() + ": " + fault.detail())
                    .collect(Collectors.joining(" "));
        }
    }

    private static ValidatableRequest request(String body) {
        Map<String, RequestParameter> path = Map.of(
                "incidentId", value("i"), "assignmentId", value("a"), "unitId", value("u"), "hospitalId", value("h"));
        return new io.vertx.openapi.validation.impl.ValidatableRequestImpl(
                Map.of(), Map.of(), path, Map.of(), value(Buffer.buffer(body)), "application/json");
    }

    private static RequestParameter value(Object value) {
        return new io.vertx.openapi.validation.impl.RequestParameterImpl(value);
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
