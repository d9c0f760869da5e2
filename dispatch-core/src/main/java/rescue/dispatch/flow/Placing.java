package rescue.dispatch.flow;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.PlusCodeReader;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadRegister.NearestPost;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.UnlocatableRoad;

/**
 * Puts a place as told on the map. Never refuses: what cannot be placed is flagged, and somebody asks.
 *
 * <p>A road and its post come first, since whoever says them stands beside them; then coordinates, then a plus code.
 */
public final class Placing {

    /** As far as a crew carries a stretcher; beyond it, the last part must be planned. */
    private static final double FAR_FROM_ROAD_M = 1_000;

    /** A place this near to a registered road is said by its post. */
    private static final double ON_THE_ROAD_M = 150;

    private final RoadRegister register;
    private final RoadNetwork roads;
    private final Gazetteer gazetteer;
    private final PlusCodeReader plusCodes;

    public Placing(RoadRegister register, RoadNetwork roads, Gazetteer gazetteer, PlusCodeReader plusCodes) {
        this.register = register;
        this.roads = roads;
        this.gazetteer = gazetteer;
        this.plusCodes = plusCodes;
    }

    public Placement place(ToldPlace told) {
        Set<PlaceFlag> flags = EnumSet.noneOf(PlaceFlag.class);
        Optional<LocatedPlace> located =
                byPost(told, flags).or(() -> byCoordinates(told, flags)).or(() -> byPlusCode(told, flags));
        if (located.isEmpty() && flags.isEmpty()) {
            flags.add(told.text() == null ? PlaceFlag.NO_PLACE : PlaceFlag.PLACE_TEXT_ONLY);
        }
        return new Placement(located.orElse(null), flags);
    }

    private Optional<LocatedPlace> byPost(ToldPlace told, Set<PlaceFlag> flags) {
        RoadKm roadKm = told.roadKm();
        if (roadKm == null) {
            return Optional.empty();
        }
        return register.locate(roadKm)
                .fold(found -> Optional.of(located(found.at(), found.roadKm(), flags)), nowhere -> {
                    boolean unknown = nowhere.why().code() == UnlocatableRoad.Code.ROAD_UNKNOWN;
                    flags.add(unknown ? PlaceFlag.ROAD_UNKNOWN : PlaceFlag.KM_BEYOND_END);
                    return Optional.empty();
                });
    }

    private Optional<LocatedPlace> byCoordinates(ToldPlace told, Set<PlaceFlag> flags) {
        Double lat = told.lat();
        Double lon = told.lon();
        if (lat == null || lon == null) {
            return Optional.empty();
        }
        if (!LatLon.isValid(lat, lon)) {
            flags.add(PlaceFlag.INVALID_COORDINATES);
            return Optional.empty();
        }
        LatLon at = new LatLon(lat, lon);
        if (at.isNullIsland()) {
            flags.add(PlaceFlag.NULL_ISLAND);
            return Optional.empty();
        }
        return Optional.of(located(at, null, flags));
    }

    private Optional<LocatedPlace> byPlusCode(ToldPlace told, Set<PlaceFlag> flags) {
        String code = told.plusCode();
        if (code == null) {
            return Optional.empty();
        }
        Optional<LatLon> decoded = plusCodes.decode(code);
        if (decoded.isEmpty()) {
            flags.add(PlaceFlag.PLUS_CODE_INVALID);
        }
        return decoded.map(at -> located(at, null, flags));
    }

    private LocatedPlace located(LatLon at, @Nullable RoadKm post, Set<PlaceFlag> flags) {
        Optional<Snap> snap = roads.snap(at);
        double offRoadM = snap.map(Snap::distanceM).orElse(0.0);
        if (roads.isReady() && snap.isEmpty()) {
            flags.add(PlaceFlag.OUTSIDE_MAP);
        } else if (offRoadM > FAR_FROM_ROAD_M) {
            flags.add(PlaceFlag.FAR_FROM_ROAD);
        }
        RoadKm roadKm = post != null
                ? post
                : register.nearest(at, ON_THE_ROAD_M).map(NearestPost::roadKm).orElse(null);
        String commune = gazetteer.findCommune(at).orElse(null);
        return new LocatedPlace(at, roadKm, commune, label(at, roadKm, commune), offRoadM);
    }

    private static String label(LatLon at, @Nullable RoadKm roadKm, @Nullable String commune) {
        String place = roadKm != null ? roadKm.label() : String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
        return commune == null ? place : place + ", " + commune;
    }
}
