package rescue.hospital;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;

/** What may pass the hospitals' door: these addresses, as if nothing else existed behind it. */
final class HospitalsOnly {

    private static final String HOSPITAL = "/api/v1/hospitals/[^/]+";

    // spotless:off
    private static final Map<Pattern, Set<HttpMethod>> OPEN = Map.of(
        Pattern.compile("/api/v1/session"),             Set.of(HttpMethod.POST, HttpMethod.GET, HttpMethod.DELETE),
        Pattern.compile(HOSPITAL + "/capacity"),         Set.of(HttpMethod.PUT),
        Pattern.compile(HOSPITAL + "/capacity/confirm"), Set.of(HttpMethod.POST),
        Pattern.compile(HOSPITAL + "/incoming"),         Set.of(HttpMethod.GET),
        Pattern.compile(HOSPITAL + "/incoming/[^/]+"),   Set.of(HttpMethod.POST));
    // spotless:on

    private HospitalsOnly() {}

    static void check(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        HttpMethod method = ctx.request().method();
        boolean open = OPEN.entrySet().stream()
                .anyMatch(door -> door.getValue().contains(method)
                        && door.getKey().matcher(path).matches());
        if (open) {
            ctx.next();
        } else {
            ctx.fail(new ApiFailure(ProblemCode.ROUTE_UNKNOWN));
        }
    }
}
