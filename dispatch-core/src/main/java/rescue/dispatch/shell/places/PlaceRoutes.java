package rescue.dispatch.shell.places;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.Gazetteer.Place;
import rescue.dispatch.port.PlusCodeReader;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadRegister.NearestPost;
import rescue.dispatch.shell.web.AddressThrottle;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.Reply;

/** {@code /places}: names and posts to points, and back. Anybody may ask, nobody without end. */
public final class PlaceRoutes implements ApiRoutes {

    /** Enough for a list under a search field. */
    private static final int LIMIT = 8;

    /** A road farther off than this says nothing about where one stands. */
    private static final double NEAR_ROAD_M = 2_000;

    /** A person who types quickly asks ten times for one name; a page opens with a few questions at once. */
    static final int BURST = 30;

    /** A question at each key press of a quick typist. */
    private static final double PER_SECOND = 5;

    private final Gazetteer gazetteer;
    private final RoadRegister register;
    private final TypedPlaces typed;
    private final AddressThrottle throttle;

    public PlaceRoutes(Gazetteer gazetteer, RoadRegister register, PlusCodeReader plusCodes, InstantSource clock) {
        this.gazetteer = gazetteer;
        this.register = register;
        this.typed = new TypedPlaces(gazetteer, plusCodes);
        this.throttle = new AddressThrottle(clock, BURST, PER_SECOND);
    }

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("searchPlaces").addHandler(this::search);
        builder.getRoute("getPlaceAt").addHandler(this::at);
    }

    private void search(RoutingContext ctx) {
        throttle.check(ctx);
        var found = new JsonArray();
        String query = Optional.ofNullable(Ask.queryText(ctx, "q")).orElse("");
        typed.find(query, Ask.query(ctx, "limit", LIMIT)).forEach(place -> found.add(json(place)));
        Reply.json(ctx, 200, found);
    }

    private void at(RoutingContext ctx) {
        throttle.check(ctx);
        LatLon point = new LatLon(number(ctx, "lat"), number(ctx, "lon"));
        Reply.json(ctx, 200, describe(point));
    }

    private JsonObject describe(LatLon point) {
        Optional<NearestPost> post = register.nearest(point, NEAR_ROAD_M);
        Optional<String> commune = gazetteer.findCommune(point);
        String label = post.map(near -> near.roadKm().label())
                .orElseGet(() -> String.format(Locale.ROOT, "%.5f, %.5f", point.lat(), point.lon()));
        return new JsonObject()
                .put("roadKm", post.map(PlaceRoutes::json).orElse(null))
                .put("label", commune.map(name -> label + ", " + name).orElse(label))
                .put("commune", commune.orElse(null))
                .put("formerDistrict", commune.flatMap(this::formerDistrict).orElse(null));
    }

    private Optional<String> formerDistrict(String commune) {
        return gazetteer.search(commune, 1).stream()
                .filter(place -> commune.equals(place.commune()))
                .findFirst()
                .flatMap(place -> Optional.ofNullable(place.formerDistrict()));
    }

    /** The contract has seen that it is there and a number. */
    private static double number(RoutingContext ctx, String name) {
        return Double.parseDouble(Optional.ofNullable(Ask.queryText(ctx, name)).orElse("NaN"));
    }

    private static JsonObject json(NearestPost near) {
        return new JsonObject()
                .put("road", near.roadKm().road())
                .put("km", Math.round(near.roadKm().km() * 1000) / 1000.0)
                .put("offsetM", Math.round(near.offsetM()));
    }

    private static JsonObject json(Place place) {
        return new JsonObject()
                .put("label", place.label())
                .put("kind", place.kind())
                .put("lat", place.at().lat())
                .put("lon", place.at().lon())
                .put("road", place.road())
                .put("km", place.km())
                .put("commune", place.commune())
                .put("formerDistrict", place.formerDistrict())
                .put("score", Math.round(place.score() * 1000) / 1000.0);
    }
}
