package rescue.routing.route;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Piece;

/**
 * What a driver sees of each edge: its number and name, which way it leads at its ends, the post before a junction. Read
 * from the map when first asked and kept, for routes share their roads: reading them was most of a route's time.
 */
final class RoadFacts {

    /** How much of a road shows where it is heading, in metres: the mouth of a junction and a little more. */
    private static final double HEADING_M = 25;

    /** A kilometre post is named when it stands this near, in metres: the driver can see it. */
    private static final double POST_IN_SIGHT_M = 60;

    /** Points of drawn lines kept, about 60 MB when all are: a province's 500,000, half of a nation's main roads. */
    private static final int MOST_POINTS = 1_000_000;

    private static final String NO_POST = "";

    private final RoadShapes shapes;
    private final RoadRegister register;
    private final @Nullable Fact[] facts;
    private final @Nullable String[] postAtEnd;
    private final AtomicInteger points = new AtomicInteger();

    /**
     * One edge.
     *
     * @param label number and name as told to a driver; null for a road without either
     * @param out degrees from north in which the drawing leaves its base node
     * @param in degrees from north in which it comes to its adjacent node
     * @param line as drawn; null when too many lines are kept already
     */
    record Fact(
            @Nullable String ref,
            @Nullable String name,
            @Nullable String label,
            int rank,
            boolean roundabout,
            boolean ford,
            double out,
            double in,
            @Nullable DrawnLine line) {}

    RoadFacts(RoadShapes shapes, RoadRegister register) {
        this.shapes = shapes;
        this.register = register;
        facts = new Fact[shapes.count()];
        postAtEnd = new String[2 * shapes.count()];
    }

    /** Two threads may read the same edge at once: both read the same. */
    Fact of(int edge) {
        Fact known = facts[edge];
        if (known == null) {
            known = read(edge);
            facts[edge] = known;
        }
        return known;
    }

    private Fact read(int edge) {
        List<LatLon> line = shapes.line(edge);
        boolean keep = points.get() + line.size() <= MOST_POINTS;
        if (keep) {
            points.addAndGet(line.size()); // a line counted twice does no harm
        }
        LatLon first = line.get(0);
        LatLon last = line.get(line.size() - 1);
        return new Fact(
                shapes.ref(edge).orElse(null),
                shapes.name(edge).orElse(null),
                shapes.label(edge).orElse(null),
                shapes.rank(edge),
                shapes.isRoundabout(edge),
                shapes.isFord(edge),
                Turn.bearing(first, ahead(line)),
                Turn.bearing(behind(line), last),
                keep ? DrawnLine.of(line) : null);
    }

    /** Degrees from north in which one starts to drive that key. */
    double headingOut(int key) {
        Fact fact = of(key >> 1);
        return (key & 1) == 0 ? fact.out : (fact.in + 180) % 360;
    }

    /** Degrees from north in which one comes to the end of that key. */
    double headingIn(int key) {
        Fact fact = of(key >> 1);
        return (key & 1) == 0 ? fact.in : (fact.out + 180) % 360;
    }

    /** Draws the pieces in driving order; the point that two of them share only once. */
    DrawnWay draw(List<Piece> pieces) {
        DrawnLine[] lines = new DrawnLine[pieces.size()];
        boolean[] backward = new boolean[lines.length];
        int count = 1;
        for (int i = 0; i < lines.length; i++) {
            Piece piece = pieces.get(i);
            DrawnLine whole = piece.from() == 0 && piece.to() == 1 ? of(piece.edgeKey() >> 1).line : null;
            backward[i] = whole != null && (piece.edgeKey() & 1) == 1;
            lines[i] = whole == null ? DrawnLine.of(shapes.line(piece)) : whole;
            count += lines[i].size() - 1;
        }
        LatLon[] line = new LatLon[count];
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            at = lines[i].copy(i == 0 ? 0 : 1, backward[i], line, at);
        }
        return new DrawnWay(pieces, List.of(line), lines[0].size(), lines[lines.length - 1].size());
    }

    /** The post of that road, read shortly before its end in that direction; empty when it has no number or no post. */
    Optional<String> postAtEnd(int key) {
        String known = postAtEnd[key];
        if (known == null) {
            List<LatLon> line = shapes.line(new Piece(key, 0, 1));
            known = post(behind(line), of(key >> 1).ref).orElse(NO_POST);
            postAtEnd[key] = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /**
     * The post in sight, unless it is another road's: roads of the book run side by side in places. Rounded to the stones
     * that stand every hundred metres.
     */
    Optional<String> post(LatLon at, @Nullable String ref) {
        return register.nearest(at, POST_IN_SIGHT_M)
                .map(RoadRegister.NearestPost::roadKm)
                .filter(post -> ref == null || RoadShapes.isNumber(ref, post.road()))
                .map(post -> new RoadKm(post.road(), Math.round(post.km() * 10) / 10.0).label());
    }

    static LatLon ahead(List<LatLon> line) {
        LatLon start = line.get(0);
        for (LatLon point : line) {
            if (point.distanceM(start) >= HEADING_M) {
                return point;
            }
        }
        return line.get(line.size() - 1);
    }

    private static LatLon behind(List<LatLon> line) {
        LatLon end = line.get(line.size() - 1);
        for (int i = line.size() - 1; i >= 0; i--) {
            if (line.get(i).distanceM(end) >= HEADING_M) {
                return line.get(i);
            }
        }
        return line.get(0);
    }
}
