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

    private static final String API = "/api/v1";
    private static final String HOSPITAL = API + "/hospitals/[^/]+";

    private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    // spotless:off
    private static final Map<Pattern, Set<HttpMethod>> OPEN = Map.ofEntries(
        // the page
        door("/hospital",                         READ),
        door("/hospital\\.html",                  READ), // what the address above is answered with
        door("/assets/[^/]+",                     READ),
        door("/icon\\.svg",                       READ),

        // what it asks
        door(API + "/about",                      Set.of(HttpMethod.GET)),
        door(API + "/session",                    Set.of(HttpMethod.POST, HttpMethod.GET, HttpMethod.DELETE)),
        door(API + "/live",                       Set.of(HttpMethod.GET)),
        door(API + "/hospitals",                  Set.of(HttpMethod.GET)), // itself, and no other
        door(HOSPITAL + "/capacity",              Set.of(HttpMethod.PUT)),
        door(HOSPITAL + "/capacity/confirm",      Set.of(HttpMethod.POST)),
        door(HOSPITAL + "/capacity/history",      Set.of(HttpMethod.GET)),
        door(HOSPITAL + "/incoming",              Set.of(HttpMethod.GET)),
        door(HOSPITAL + "/incoming/[^/]+",        Set.of(HttpMethod.POST)),
        door(HOSPITAL + "/incoming/[^/]+/seen",   Set.of(HttpMethod.POST)),
        door(HOSPITAL + "/transfers",             Set.of(HttpMethod.GET, HttpMethod.POST)),
        door(HOSPITAL + "/transfers/receivers",   Set.of(HttpMethod.GET)),
        door(HOSPITAL + "/transfers/[^/]+/answer", Set.of(HttpMethod.POST)),
        door(HOSPITAL + "/transfers/[^/]+/receiver", Set.of(HttpMethod.PUT)),
        door(API + "/incidents/[^/]+/photos",     Set.of(HttpMethod.GET)), // of a patient that comes to it
        door(API + "/photos/[^/]+",               Set.of(HttpMethod.GET)),

        // what its machines say and ask
        door("/edxl-have",                        Set.of(HttpMethod.GET, HttpMethod.POST)),
        door("/fhir/MeasureReport",               Set.of(HttpMethod.GET, HttpMethod.POST)),
        door("/fhir/[A-Za-z]+",                   Set.of(HttpMethod.GET)),
        door("/fhir/[A-Za-z]+/[^/]+",             Set.of(HttpMethod.GET)));
    // spotless:on

    private HospitalsOnly() {}

    static void check(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        HttpMethod method = ctx.request().method();
        boolean open = OPEN.entrySet().stream()
                .anyMatch(door -> (door.getValue().contains(method) || mayAsk(method, door))
                        && door.getKey().matcher(path).matches());
        if (open) {
            ctx.next();
        } else {
            ctx.fail(new ApiFailure(ProblemCode.ROUTE_UNKNOWN));
        }
    }

    /** A page of another node's door first asks whether it may. */
    private static boolean mayAsk(HttpMethod method, Map.Entry<Pattern, Set<HttpMethod>> door) {
        return HttpMethod.OPTIONS.equals(method) && door.getKey().pattern().startsWith(API);
    }

    private static Map.Entry<Pattern, Set<HttpMethod>> door(String address, Set<HttpMethod> methods) {
        return Map.entry(Pattern.compile(address), methods);
    }
}
