package rescue.deploy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.road.MapFault;
import rescue.dispatch.road.RoadsState;
import rescue.dispatch.road.Travel;
import rescue.routing.MapKeeper;
import rescue.routing.SelfChecks;

/** What the roads' answers rest on, as told to whoever runs the machine: health, metrics, the terminal. */
final class Roads {

    private Roads() {}

    /** Degraded, not down: alerts are taken and units sent all the same. */
    static JsonObject health(RoadsState state) {
        boolean fine = state.basis() == Travel.Basis.ROAD
                && state.refused() == null
                && state.unmatched().isEmpty();
        return new JsonObject().put("status", fine ? "UP" : "DEGRADED").mergeIn(json(state));
    }

    static JsonObject json(RoadsState state) {
        RoadsState.RefusedMap refused = state.refused();
        return new JsonObject()
                .put("basis", state.basis().name())
                .put("since", state.since().toString())
                .put("mapVersion", state.mapVersion())
                .put("importing", state.importing())
                .put(
                        "refused",
                        refused == null
                                ? null
                                : new JsonObject()
                                        .put("fault", refused.fault().name())
                                        .put("reason", refused.sentence())
                                        .put("at", refused.at().toString()))
                .put(
                        "unmatched",
                        new JsonArray(state.unmatched().stream()
                                .map(UUID::toString)
                                .sorted()
                                .toList()));
    }

    static String sentence(RoadsState state) {
        RoadsState.RefusedMap refused = state.refused();
        String now = state.basis() == Travel.Basis.ROAD
                ? "times are by road, map " + state.mapVersion()
                : "times are ESTIMATES";
        String why = refused == null ? "" : "; REFUSED (" + refused.fault() + "): " + refused.sentence();
        String lost = state.unmatched().isEmpty()
                ? ""
                : "; road closures that shut no road: " + state.unmatched().size();
        return now + why + lost;
    }

    /** The names are documented in the runbook. */
    static void measure(MeterRegistry registry, MapKeeper map) {
        gauge(
                registry,
                "roads_basis",
                "1: times by road; 0: estimates",
                () -> map.roads().isReady() ? 1 : 0);
        gauge(
                registry,
                "roads_importing",
                "1 while a map is prepared",
                () -> map.now().importing() ? 1 : 0);
        gauge(
                registry,
                "roads_map_refused",
                "1 while the map that lies there is not used",
                () -> map.now().refused() == null ? 0 : 1);
        gauge(
                registry,
                "roads_import_seconds",
                "from the look to the first answer over the last map",
                () -> map.figures().lastOpenedMs() / 1000.0);
        gauge(registry, "road_closures_in_force", "as entered", map::closuresInForce);
        gauge(
                registry,
                "road_closures_unmatched",
                "in force, and shut no road",
                () -> map.roads().unmatched().size());
        FunctionCounter.builder("roads_maps_taken", map.figures(), figures -> figures.mapsTaken())
                .description("maps that came into use since the start")
                .register(registry);
        FunctionCounter.builder("roads_self_checks", map.selfChecks(), SelfChecks::agreed)
                .tag("outcome", "agreed")
                .description("decisions answered once more by a plain search: one in a thousand")
                .register(registry);
        FunctionCounter.builder("roads_self_checks", map.selfChecks(), SelfChecks::disagreed)
                .tag("outcome", "disagreed")
                .description("decisions answered once more by a plain search: one in a thousand")
                .register(registry);
        for (MapFault fault : MapFault.values()) {
            FunctionCounter.builder("roads_maps_refused", map.figures(), figures -> figures.mapsRefused(fault))
                    .tag("fault", fault.name())
                    .description("looks at a map that ended with a refusal")
                    .register(registry);
        }
    }

    /** Which map is in force, as a label: its version is no number. */
    static MultiGauge versionGauge(MeterRegistry registry) {
        return MultiGauge.builder("roads_map_version")
                .description("the version of the map in force")
                .register(registry);
    }

    static void showVersion(MultiGauge gauge, RoadsState state) {
        String version = state.mapVersion();
        gauge.register(List.of(MultiGauge.Row.of(Tags.of("version", version == null ? "none" : version), 1)), true);
    }

    private static void gauge(
            MeterRegistry registry, String name, String says, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(says).register(registry);
    }
}
