package rescue.routing.closures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.UnlocatableRoad.Code;
import rescue.routing.edge.RoadLine;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.ClosedStretches;
import rescue.routing.engine.LineMatcher;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.places.Snapping;

/**
 * From a road closure's extent to stretches of edges. By geometry: the numbers on a map are partly wrong, the road book's
 * posts stand where they stand.
 */
public final class ExtentMatching {

    /** What a closure at a single point shuts to either side, in metres: a vehicle's length and a safe distance. */
    static final double POINT_HALF_LENGTH_M = 25;

    /** How near a road must be to a drawn line, in metres: the width of a pencil, or of a finger on a tablet. */
    private static final double PENCIL_M = 40;

    /** How near a road must be to the road book's line, which keeps within 44 m of the road. */
    private static final double REGISTER_M = 70;

    /** Of two roads near a post, the one with the right number may be this much farther away, in metres. */
    private static final double RIGHT_NUMBER_M = 30;

    /** Metres between two samples: shorter than the shortest way round a block. */
    private static final double SAMPLE_M = 40;

    /** Samples of one line: 32 km at full density; longer lines are sampled more thinly, for matching is a look-up. */
    private static final int MAX_SAMPLES = 800;

    /** Roads considered at a sample: the nearest. */
    private static final int MAX_CANDIDATES = 6;

    /** Beyond the end of every road: for a post that none has, so that the register says where its own end. */
    private static final double NO_SUCH_KM = 9_999;

    private final RoadShapes shapes;
    private final Snapping snapping;
    private final RoadRegister register;
    private final LineMatcher matcher;

    /** Drawn on a map; with more of them a page does nothing else. */
    private static final int MOST_LINES = 1_000;

    private final RoadsOfAKind kinds;
    private final OtherCarriageway otherCarriageway;
    private final FoundExtents known = new FoundExtents();

    public ExtentMatching(Roads roads, RoadShapes shapes, Snapping snapping, RoadRegister register) {
        this.shapes = shapes;
        this.snapping = snapping;
        this.register = register;
        matcher = new LineMatcher(roads.anyVehicle());
        kinds = new RoadsOfAKind(shapes);
        otherCarriageway = new OtherCarriageway(shapes, snapping, roads.weights(TravelMode.AMBULANCE));
    }

    /** Stretches of edges, or the reason why there are none. */
    public sealed interface Found {
        record Stretches(double lengthM, List<Stretch> stretches) implements Found {
            public Stretches {
                stretches = List.copyOf(stretches); // handed on as it is: what is compared later is one and the same
            }

            @Override
            public <T> T fold(Function<Stretches, T> stretches, Function<None, T> none) {
                return stretches.apply(this);
            }
        }

        record None(UnlocatableRoad why) implements Found {
            @Override
            public <T> T fold(Function<Stretches, T> stretches, Function<None, T> none) {
                return none.apply(this);
            }
        }

        <T> T fold(Function<Stretches, T> stretches, Function<None, T> none);
    }

    /** The same answer in the port's words, with what is in force there already. */
    public ExtentMatch match(RoadExtent extent, ClosureOverlaps inForce) {
        return find(extent)
                .fold(
                        found -> new ExtentMatch.Matched(
                                found.lengthM(),
                                (int) found.stretches().stream()
                                        .mapToInt(Stretch::edge)
                                        .distinct()
                                        .count(),
                                found.stretches().stream()
                                        .limit(isDrawn(extent, found) ? MOST_LINES : 0)
                                        .map(part ->
                                                shapes.roadLine(part.edge()).cut(part.from(), part.to()))
                                        .toList(),
                                inForce.with(found.stretches())),
                        none -> new ExtentMatch.Unmatched(none.why()));
    }

    /** A class of roads is on the map anyway. */
    private static boolean isDrawn(RoadExtent extent, Found.Stretches found) {
        return !(extent instanceof RoadExtent.ByClass) && found.stretches().size() <= MOST_LINES;
    }

    /** Following a long stretch takes a tenth of a second, and the same closures are asked for again and again. */
    public Found find(RoadExtent extent) {
        return known.find(extent).orElseGet(() -> {
            Found now = follow(extent);
            known.put(extent, now);
            return now;
        });
    }

    private Found follow(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByKm byKm) {
            return byKm(byKm);
        }
        if (extent instanceof RoadExtent.ByLine line) {
            return byLine(line.points());
        }
        if (extent instanceof RoadExtent.ByPoint point) {
            return byLine(List.of(point.at()));
        }
        return extent instanceof RoadExtent.ByClass many ? whole(kinds.of(many.classes())) : whole(kinds.fords());
    }

    private Found whole(List<Stretch> edges) {
        return edges.isEmpty()
                ? none(Code.NO_SUCH_ROADS, "")
                : new Found.Stretches(
                        edges.stream()
                                .mapToDouble(stretch -> shapes.lengthM(stretch.edge()))
                                .sum(),
                        edges);
    }

    private Found byKm(RoadExtent.ByKm extent) {
        if (extent.fromKm() > extent.toKm()) {
            return none(Code.KM_BACKWARDS, extent.road());
        }
        Optional<UnlocatableRoad> why =
                refusal(extent.road(), extent.fromKm()).or(() -> refusal(extent.road(), extent.toKm()));
        if (why.isPresent()) {
            return new Found.None(why.get());
        }
        List<LatLon> line = posts(extent);
        if (line.stream().allMatch(snapping::isFarOutside)) {
            return none(Code.OUTSIDE_MAP, extent.road());
        }
        return follow(line, REGISTER_M, extent.road());
    }

    private Optional<UnlocatableRoad> refusal(String road, double km) {
        if (road.isBlank()) {
            return Optional.of(new UnlocatableRoad(Code.ROAD_UNKNOWN, road, 0, 0, List.of()));
        }
        boolean possible = km >= 0 && km <= NO_SUCH_KM; // written positively, so that NaN is none
        return register.locate(new RoadKm(road, possible ? km : NO_SUCH_KM))
                .fold(at -> Optional.empty(), nowhere -> Optional.of(nowhere.why()));
    }

    /** The road book's line between two posts. */
    private List<LatLon> posts(RoadExtent.ByKm extent) {
        double lengthKm = extent.toKm() - extent.fromKm();
        int pieces = (int) Math.max(1, Math.min(MAX_SAMPLES, Math.ceil(lengthKm * 1000 / SAMPLE_M)));
        return IntStream.rangeClosed(0, lengthKm == 0 ? 0 : pieces)
                .mapToObj(i -> new RoadKm(extent.road(), extent.fromKm() + lengthKm * i / pieces))
                .flatMap(post ->
                        register
                                .locate(post)
                                .fold(at -> Optional.of(at.at()), nowhere -> Optional.<LatLon>empty())
                                .stream())
                .toList();
    }

    private Found byLine(List<LatLon> points) {
        if (points.isEmpty()) {
            return none(Code.NO_ROAD_THERE, "");
        }
        if (points.stream().allMatch(snapping::isFarOutside)) {
            return none(Code.OUTSIDE_MAP, "");
        }
        return follow(sampled(points), PENCIL_M, null);
    }

    private static List<LatLon> sampled(List<LatLon> points) {
        double lengthM = lengthM(points);
        double everyM = Math.max(SAMPLE_M, lengthM / MAX_SAMPLES);
        List<LatLon> samples = new ArrayList<>();
        samples.add(points.get(0));
        for (int i = 1; i < points.size(); i++) {
            LatLon a = points.get(i - 1);
            LatLon b = points.get(i);
            int pieces = (int) Math.max(1, Math.ceil(a.distanceM(b) / everyM));
            for (int k = 1; k <= pieces && samples.size() <= 2 * MAX_SAMPLES; k++) {
                double part = (double) k / pieces;
                samples.add(new LatLon(a.lat() + part * (b.lat() - a.lat()), a.lon() + part * (b.lon() - a.lon())));
            }
        }
        return samples;
    }

    private static double lengthM(List<LatLon> points) {
        return IntStream.range(1, points.size())
                .mapToDouble(i -> points.get(i - 1).distanceM(points.get(i)))
                .sum();
    }

    private Found follow(List<LatLon> line, double withinM, @Nullable String road) {
        Map<Integer, RoadLine> lines = new HashMap<>();
        List<LineMatcher.Sample> samples = samples(line, withinM, road, lines);
        List<Piece> there = matcher.match(samples);
        // The other carriageway of a divided road is only found by driving the other way.
        List<Piece> back = matcher.match(reversed(samples));
        double lengthM = Math.max(drivenM(there), drivenM(back));
        if (lengthM >= 2 * POINT_HALF_LENGTH_M) {
            return stretches(there, back, lengthM);
        }
        return samples.stream()
                .flatMap(sample -> sample.candidates().stream())
                .min((a, b) -> Double.compare(a.distanceM(), b.distanceM()))
                .<Found>map(nearest -> around(nearest.at()))
                .orElseGet(() -> none(Code.NO_ROAD_THERE, road == null ? "" : road));
    }

    private static Found stretches(List<Piece> there, List<Piece> back, double lengthM) {
        Collection<Stretch> all = new ArrayList<>();
        there.forEach(piece -> all.add(piece.stretch()));
        back.forEach(piece -> all.add(piece.stretch()));
        all.removeIf(stretch -> stretch.from() == stretch.to()); // it only touched the junction
        ClosedStretches joined = ClosedStretches.of(all);
        List<Stretch> ordered = all.stream()
                .map(Stretch::edge)
                .distinct()
                .flatMap(edge -> joined.on(edge).stream())
                .toList();
        return new Found.Stretches(lengthM, ordered);
    }

    /** A point closes a short stretch of its edge, and of the carriageway beside it. */
    private Found around(Phantom point) {
        Stretch here = part(point);
        List<Stretch> stretches = otherCarriageway
                .beside(point)
                .map(there -> List.of(here, part(there)))
                .orElseGet(() -> List.of(here));
        return new Found.Stretches((here.to() - here.from()) * shapes.lengthM(point.edge()), stretches);
    }

    private Stretch part(Phantom point) {
        double half = POINT_HALF_LENGTH_M / Math.max(POINT_HALF_LENGTH_M, shapes.lengthM(point.edge()));
        return new Stretch(point.edge(), Math.max(0, point.fraction() - half), Math.min(1, point.fraction() + half));
    }

    private double drivenM(List<Piece> pieces) {
        return pieces.stream()
                .mapToDouble(piece -> (piece.to() - piece.from()) * shapes.lengthM(piece.edgeKey() >> 1))
                .sum();
    }

    private List<LineMatcher.Sample> samples(
            List<LatLon> line, double withinM, @Nullable String road, Map<Integer, RoadLine> lines) {
        List<LineMatcher.Sample> samples = new ArrayList<>();
        double sinceLastM = 0;
        for (int i = 0; i < line.size(); i++) {
            sinceLastM += i == 0 ? 0 : line.get(i - 1).distanceM(line.get(i));
            List<LineMatcher.Candidate> candidates = candidates(line.get(i), withinM, road, lines);
            if (!candidates.isEmpty()) {
                samples.add(new LineMatcher.Sample(candidates, sinceLastM));
                sinceLastM = 0;
            }
        }
        return samples;
    }

    private List<LineMatcher.Candidate> candidates(
            LatLon point, double withinM, @Nullable String road, Map<Integer, RoadLine> lines) {
        Map<Integer, LineMatcher.Candidate> byEdge = new LinkedHashMap<>();
        for (int edge : snapping.edgesWithin(point, withinM)) {
            RoadLine.Projection near =
                    lines.computeIfAbsent(edge, shapes::roadLine).project(point);
            if (near.distanceM() <= withinM) {
                double handicap = road == null || isNumbered(edge, road) ? 0 : RIGHT_NUMBER_M;
                byEdge.put(
                        edge,
                        new LineMatcher.Candidate(new Phantom(edge, near.fraction()), near.distanceM() + handicap));
            }
        }
        return byEdge.values().stream()
                .sorted((a, b) -> a.distanceM() == b.distanceM()
                        ? Integer.compare(a.at().edge(), b.at().edge())
                        : Double.compare(a.distanceM(), b.distanceM()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private boolean isNumbered(int edge, String road) {
        return shapes.ref(edge).filter(ref -> RoadShapes.isNumber(ref, road)).isPresent();
    }

    private static List<LineMatcher.Sample> reversed(List<LineMatcher.Sample> samples) {
        List<LineMatcher.Sample> reversed = new ArrayList<>();
        for (int i = samples.size() - 1; i >= 0; i--) {
            double fromLastM = i == samples.size() - 1 ? 0 : samples.get(i + 1).fromLastM();
            reversed.add(new LineMatcher.Sample(samples.get(i).candidates(), fromLastM));
        }
        return Collections.unmodifiableList(reversed);
    }

    private static Found none(Code code, String road) {
        return new Found.None(new UnlocatableRoad(code, road, 0, 0, List.of()));
    }
}
