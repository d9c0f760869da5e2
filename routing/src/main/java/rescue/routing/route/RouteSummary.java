package rescue.routing.route;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Travel;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Piece;

/** What a route is called among others: by its longest roads, and by how much it differs from the best. */
final class RouteSummary {

    /** Roads named: a dispatcher reads two at a glance. */
    private static final int MOST_ROADS = 2;

    /** Differences smaller than this are none. */
    private static final double METRES_WORTH_TELLING = 500;

    private final RoadFacts facts;
    private final RoadShapes shapes;

    RouteSummary(RoadFacts facts, RoadShapes shapes) {
        this.facts = facts;
        this.shapes = shapes;
    }

    /** Metres of each road that has a number or a name, in driving order. */
    Map<String, Double> roads(List<Piece> pieces) {
        Map<String, Double> metres = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            RoadFacts.Fact road = facts.of(piece.edgeKey() >> 1);
            String called = road.ref() == null ? road.name() : road.ref();
            if (called != null) {
                metres.merge(called, shapes.lengthM(piece.edgeKey() >> 1) * (piece.to() - piece.from()), Double::sum);
            }
        }
        return metres;
    }

    /** "Qua QL4D, QL32"; of another route the roads that the best does not take, and how much longer it is. */
    Said of(Map<String, Double> roads, Travel travel, Set<String> ofTheBest, @Nullable Travel best) {
        List<String> longest = longest(roads, ofTheBest);
        String names = String.join(", ", longest.isEmpty() ? longest(roads, Set.of()) : longest);
        return new Said(say(Phrases.VI, names, travel, best), say(Phrases.EN, names, travel, best));
    }

    private static List<String> longest(Map<String, Double> roads, Set<String> without) {
        List<String> longest = roads.entrySet().stream()
                .filter(road -> !without.contains(road.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_ROADS)
                .map(Map.Entry::getKey)
                .toList();
        return roads.keySet().stream().filter(longest::contains).toList();
    }

    private static String say(Phrases phrases, String names, Travel travel, @Nullable Travel best) {
        String via = names.isEmpty() ? phrases.get("summary_none") : phrases.get("summary", names);
        if (best == null) {
            return via;
        }
        double longerM = travel.distanceM() - best.distanceM();
        long laterMin = Math.max(1, travel.time().minus(best.time()).toMinutes());
        String km = Long.toString(Math.max(1, Math.round(Math.abs(longerM) / 1000)));
        String length =
                Math.abs(longerM) < METRES_WORTH_TELLING ? "" : phrases.get(longerM > 0 ? "longer" : "shorter", km);
        return via + length + phrases.get("later", Long.toString(laterMin));
    }
}
