package rescue.routing.tiles;

import java.util.List;
import java.util.Map;
import rescue.dispatch.geo.LatLon;

/** What a map shows beside its roads. */
public record Scenery(List<MapPlace> places, List<River> rivers, List<Lake> lakes, List<Border> borders) {

    public static final Scenery NONE = new Scenery(List.of(), List.of(), List.of(), List.of());

    public Scenery {
        places = List.copyOf(places);
        rivers = List.copyOf(rivers);
        lakes = List.copyOf(lakes);
        borders = List.copyOf(borders);
    }

    /**
     * Running water.
     *
     * @param kind {@code river}, {@code canal} or {@code stream}
     * @param name empty when the map has none
     */
    public record River(String kind, String name, List<LatLon> line) {

        /** Whether nobody steps over it: streams are crossed on stones by every path. */
        public boolean isWide() {
            return !"stream".equals(kind);
        }

        WorldLine drawn() {
            return new WorldLine(
                    Mercator.line(line),
                    name.isEmpty() ? Map.of("kind", kind) : Map.of("kind", kind, "name", name),
                    switch (kind) {
                        case "river" -> 7;
                        case "canal" -> 11;
                        default -> 12;
                    });
        }
    }

    /**
     * Standing water, or the surface of a wide river.
     *
     * @param name empty when the map has none
     * @param rings closed; the first is the shore, the others are islands
     */
    public record Lake(String name, List<List<LatLon>> rings) {}

    /**
     * A border between administrations.
     *
     * @param level OpenStreetMap's {@code admin_level}: 2 countries, 4 provinces
     */
    public record Border(int level, List<LatLon> line) {

        WorldLine drawn() {
            return new WorldLine(Mercator.line(line), Map.of("level", level), level <= 2 ? 0 : 6);
        }
    }

    public Scenery withPlaces(List<MapPlace> others) {
        return new Scenery(others, rivers, lakes, borders);
    }
}
