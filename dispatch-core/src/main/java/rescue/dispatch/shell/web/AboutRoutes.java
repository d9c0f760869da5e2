package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** {@code /about}: what every page asks first, and above all whether what it shows is real. */
public final class AboutRoutes implements ApiRoutes {

    /**
     * What a server says of itself.
     *
     * @param exercise whether everything here is practice
     * @param demo whether accounts exist whose password is their name
     * @param emergencyNumber whom people call, {@code 115} in Vietnam
     * @param smsNumber where a report by SMS goes; null when nobody reads any
     */
    public record About(
            String version,
            boolean exercise,
            boolean demo,
            ZoneId zone,
            String emergencyNumber,
            @Nullable String smsNumber) {}

    private static final String NAME = "Hoàng Liên";

    private final About about;
    private final InstantSource clock;

    public AboutRoutes(About about, InstantSource clock) {
        this.about = about;
        this.clock = clock;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getAbout").addHandler(this::about);
    }

    private void about(RoutingContext ctx) {
        Reply.json(
                ctx,
                200,
                new JsonObject()
                        .put("name", NAME)
                        .put("version", about.version())
                        .put("exercise", about.exercise())
                        .put("demo", about.demo())
                        .put("now", clock.instant().toString())
                        .put("timeZone", about.zone().getId())
                        .put("emergencyNumber", about.emergencyNumber())
                        .put("smsNumber", about.smsNumber()));
    }
}
