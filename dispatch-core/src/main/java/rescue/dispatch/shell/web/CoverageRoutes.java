package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.Duration;
import rescue.dispatch.flow.SeeCoverage;
import rescue.dispatch.flow.SeeCoverage.Covered;
import rescue.dispatch.flow.SeeCoverage.Seen;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/** {@code /coverage}: how far help is from every place, as GeoJSON (RFC 7946). */
public final class CoverageRoutes implements ApiRoutes {

    private final SeeCoverage coverage;

    public CoverageRoutes(SeeCoverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getCoverage").addHandler(this::get);
    }

    private void get(RoutingContext ctx) {
        coverage.now().onSuccess(seen -> Reply.json(ctx, 200, json(seen))).onFailure(ctx::fail);
    }

    private static JsonObject json(Seen seen) {
        JsonArray features = new JsonArray();
        seen.places().forEach(covered -> features.add(feature(covered)));
        return new JsonObject()
                .put("type", "FeatureCollection")
                .put("asOf", seen.at().toString())
                .put("roadsVersion", seen.roadsVersion())
                .put("features", features);
    }

    private static JsonObject feature(Covered covered) {
        Place place = covered.place();
        Unit unit = covered.unit();
        Duration time = covered.time();
        Travel.Basis basis = covered.basis();
        return new JsonObject()
                .put("type", "Feature")
                .put(
                        "geometry",
                        new JsonObject()
                                .put("type", "Point")
                                .put(
                                        "coordinates",
                                        new JsonArray()
                                                .add(place.at().lon())
                                                .add(place.at().lat())))
                .put(
                        "properties",
                        new JsonObject()
                                .put("label", place.label())
                                .put("kind", place.kind())
                                .put("commune", place.commune())
                                .put("unitId", unit == null ? null : unit.id())
                                .put("callSign", unit == null ? null : unit.callSign())
                                .put("minutes", time == null ? null : (time.toSeconds() + 59) / 60)
                                .put("basis", basis == null ? null : basis.name()));
    }
}
