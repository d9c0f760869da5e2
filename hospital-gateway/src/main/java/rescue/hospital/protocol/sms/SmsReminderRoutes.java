package rescue.hospital.protocol.sms;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReminderRule;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.sms.SmsNumbers.Registered;
import rescue.hospital.protocol.sms.SmsReminders.Owed;

/**
 * {@code GET /sms/reminders}: what the centre's own SMS gateway is to send to wards that owe a count. It asks every minute or so;
 * each message is handed out once. One that is lost on the way is not repeated: half an hour later the ward stands on the
 * desk's list of whom to telephone.
 */
public final class SmsReminderRoutes implements ApiRoutes {

    private static final String ADDRESS = "/sms/reminders";

    private final SmsRoutes.Gateway gateway;
    private final HospitalBoard hospitals;
    private final SmsReminders reminders;
    private final Clock clock;
    private final SmsAnswers words;

    public SmsReminderRoutes(
            SmsRoutes.Gateway gateway, HospitalBoard hospitals, SmsReminders reminders, Clock clock, Phrases phrases) {
        this.gateway = gateway;
        this.hospitals = hospitals;
        this.reminders = reminders;
        this.clock = clock;
        this.words = new SmsAnswers(phrases, clock.getZone());
    }

    @Override
    public void mount(RouterBuilder builder) {
        // Another protocol, at its own address.
    }

    @Override
    public void mountBeside(Router router) {
        router.get(ADDRESS).handler(this::handOut);
    }

    private void handOut(RoutingContext ctx) {
        if (!gateway.isCalling(ctx, ctx.queryParams().get("token"))) {
            ctx.fail(new ApiFailure(ProblemCode.UNAUTHENTICATED));
            return;
        }
        due().onSuccess(messages -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(new JsonObject().put("messages", messages).toBuffer()))
                .onFailure(ctx::fail);
    }

    private Future<JsonArray> due() {
        Instant now = clock.instant();
        return hospitals.list().compose(all -> {
            List<Owed> owed =
                    all.stream().flatMap(each -> owes(each, now).stream()).toList();
            Map<String, Hospital> byId = all.stream().collect(Collectors.toMap(Hospital::id, Function.identity()));
            return reminders
                    .claim(owed)
                    .map(numbers -> new JsonArray(numbers.stream()
                            .flatMap(number -> Optional.ofNullable(byId.get(number.hospitalId())).stream()
                                    .map(hospital -> message(number, hospital)))
                            .toList()));
        });
    }

    private Optional<Owed> owes(Hospital hospital, Instant now) {
        Said newest = hospital.capacity().newest();
        if (newest == null) {
            return Optional.of(new Owed(hospital.id(), Instant.EPOCH));
        }
        return ReminderRule.textAt(newest.at(), clock.getZone()).isAfter(now)
                ? Optional.empty()
                : Optional.of(new Owed(hospital.id(), ReminderRule.owedSince(newest.at(), clock.getZone())));
    }

    private JsonObject message(Registered number, Hospital hospital) {
        return new JsonObject()
                .put("to", number.phone())
                .put("hospitalId", number.hospitalId())
                .put("text", words.reminder(hospital.name(), hospital.capacity().newest()));
    }
}
