package rescue.routing.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.engine.Direction;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.TurnBan;
import rescue.routing.engine.Way;
import rescue.routing.oracle.PlainRoads.Ban;
import rescue.routing.oracle.PlainRoads.Part;
import rescue.routing.oracle.PlainRoads.Place;
import rescue.routing.oracle.PlainRoads.Slow;

/**
 * One network through which the engine is tried: its roads change state after state, and in each state the engine's times
 * and ways are held against the roads rebuilt from pieces.
 */
public final class Trial {

    private static final int PLACES = 10;

    private final String name;
    private final Random random;
    private final RandomRoads chance;
    private final Map<TravelMode, PlainRoads> plain = new EnumMap<>(TravelMode.class);
    private final RoadEngine engine;
    private RoadConditions conditions;
    private List<InForce> inForce = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int cases;

    /** A random network, with weights of its own for each travel mode. */
    public static Trial random(long seed) {
        Random random = new Random(seed);
        RandomRoads chance = new RandomRoads(random);
        PlainRoads shape = chance.network();
        Map<TravelMode, long[]> labels = new EnumMap<>(TravelMode.class);
        for (TravelMode mode : TravelMode.values()) {
            labels.put(mode, labels(chance.speeds(shape.metres()), shape.metres()));
        }
        double[] nowhere = new double[shape.junctions()];
        for (int junction = 0; junction < nowhere.length; junction++) {
            nowhere[junction] = random.nextDouble(); // only the order of contraction looks at places
        }
        RoadGraph graph = new RoadGraph(
                IntStream.range(0, shape.edges())
                        .map(edge -> shape.tail()[2 * edge])
                        .toArray(),
                IntStream.range(0, shape.edges())
                        .map(edge -> shape.head(2 * edge))
                        .toArray(),
                nowhere,
                DoubleStream.of(nowhere).map(place -> random.nextDouble()).toArray(),
                shape.bans().stream()
                        .map(ban -> new TurnBan(ban.fromKey(), ban.toKey()))
                        .toList());
        return new Trial("random network", seed, new Roads(graph, labels), shape.bans());
    }

    private static long[] labels(long[] ms, double[] metres) {
        return IntStream.range(0, ms.length)
                .mapToLong(key -> ms[key] < 0 ? Label.UNREACHED : Label.of(ms[key], Math.round(10 * metres[key >> 1])))
                .toArray();
    }

    /** Roads of any origin; {@code bans} are those of the graph. */
    public Trial(String name, long seed, Roads roads, Set<Ban> bans) {
        this.name = name + ", seed " + seed;
        random = new Random(seed);
        chance = new RandomRoads(random);
        RoadGraph graph = roads.graph();
        int[] tail = IntStream.range(0, 2 * graph.edges()).map(graph::tail).toArray();
        for (TravelMode mode : TravelMode.values()) {
            long[] label = IntStream.range(0, tail.length)
                    .mapToLong(roads.weights(mode)::label)
                    .toArray();
            double[] metres = new double[graph.edges()];
            for (int key = 0; key < tail.length; key++) {
                if (Label.isReached(label[key])) {
                    metres[key >> 1] = Label.metres(label[key]);
                }
            }
            plain.put(
                    mode,
                    new PlainRoads(
                            graph.nodes(),
                            tail,
                            IntStream.range(0, tail.length)
                                    .mapToLong(key -> Label.isReached(label[key]) ? Label.ms(label[key]) : -1)
                                    .toArray(),
                            metres,
                            mode == TravelMode.FOOT ? Set.of() : bans, // signs for drivers do not bind who walks
                            List.of(),
                            List.of()));
        }
        engine = new RoadEngine(roads, Runnable::run);
        conditions = RoadConditions.open(engine);
    }

    /** How many pairs of places were tried so far. */
    public int cases() {
        return cases;
    }

    /** Some road closures come, some go, or just one; then one travel mode is tried. */
    public void changeAndTry(int mostClosures) {
        if (random.nextBoolean()) {
            inForce.removeIf(gone -> random.nextInt(3) == 0);
            for (int added = random.nextInt(1 + mostClosures); added > 0; added--) {
                inForce.add(closure(1 + random.nextInt(4)));
            }
        } else if (inForce.isEmpty() || random.nextBoolean()) {
            inForce.add(closure(1));
        } else {
            inForce.remove(random.nextInt(inForce.size()));
        }
        conditions = conditions.with(conditions.version() + 1, inForce, engine);
        TravelMode mode = TravelMode.values()[random.nextInt(TravelMode.values().length)];
        PlainRoads roads = plain.get(mode).with(closed(mode), slow(mode));
        somebodyMoves();
        List<Place> outside = places.stream()
                .filter(place -> roads.closed().stream().noneMatch(part -> part.holds(place)))
                .toList();
        if (outside.size() > 1) {
            around(mode, roads, outside.get(0), outside.subList(1, outside.size()));
        }
        if (!roads.closed().isEmpty()) {
            fromALandslide(mode, roads);
        }
    }

    /** Most stay where they are, so that what the engine knows of them from the state before is tried too. */
    private void somebodyMoves() {
        boolean mayBeJunctions =
                plain.values().stream().allMatch(roads -> roads.bans().isEmpty());
        places.removeIf(place -> random.nextInt(5) == 0);
        while (places.size() <= PLACES) {
            places.add(random.nextInt(places.size() + 1), chance.place(someEdge(), mayBeJunctions));
        }
    }

    /** Any edge; rather often one where somebody stands already, or where something is in force. */
    private int someEdge() {
        int kind = random.nextInt(4);
        if (kind == 0 && !places.isEmpty()) {
            return places.get(random.nextInt(places.size())).edge();
        }
        if (kind == 1 && !inForce.isEmpty()) {
            return inForce.get(random.nextInt(inForce.size()))
                    .stretches()
                    .get(0)
                    .edge();
        }
        return random.nextInt(engine.graph().edges());
    }

    private InForce closure(int parts) {
        List<Stretch> stretches = chance.parts(engine.graph().edges(), parts).stream()
                .map(part -> new Stretch(part.edge(), part.from(), part.to()))
                .toList();
        return new InForce(new UUID(0, random.nextLong()), effect(), 1 + random.nextInt(5000), stretches);
    }

    private RoadEffect effect() {
        return switch (random.nextInt(4)) {
            case 0 -> new RoadEffect.OneLane(Duration.ofSeconds(random.nextInt(600)));
            case 1 -> new RoadEffect.Slow(1 + random.nextInt(12) * 0.25); // exact as a float and as a double
            default -> {
                Set<VehicleClass> passable = EnumSet.noneOf(VehicleClass.class);
                for (VehicleClass vehicle : VehicleClass.values()) {
                    if (random.nextInt(4) == 0) {
                        passable.add(vehicle);
                    }
                }
                yield new RoadEffect.Closed(passable);
            }
        };
    }

    private List<Part> closed(TravelMode mode) {
        return inForce.stream()
                .filter(closure -> closure.on(mode).closed())
                .flatMap(closure -> closure.stretches().stream())
                .map(Trial::part)
                .toList();
    }

    private List<Slow> slow(TravelMode mode) {
        return inForce.stream()
                .filter(closure -> !closure.on(mode).closed())
                .flatMap(closure -> closure.stretches().stream()
                        .map(stretch -> new Slow(
                                part(stretch),
                                closure.on(mode).factor(),
                                closure.on(mode).delay().toMillis() / closure.lengthM())))
                .toList();
    }

    private static Part part(Stretch stretch) {
        return new Part(stretch.edge(), stretch.from(), stretch.to());
    }

    /** Who stands in a closed part gets out of it, and whoever drives there gets in; for others it stays closed. */
    private void fromALandslide(TravelMode mode, PlainRoads roads) {
        Part landslide = roads.closed().get(random.nextInt(roads.closed().size()));
        Place inside = new Place(
                landslide.edge(), landslide.from() + (landslide.to() - landslide.from()) * random.nextDouble());
        around(mode, roads, inside, List.of(chance.place(random.nextInt(roads.edges()), false)));
    }

    private void around(TravelMode mode, PlainRoads roads, Place scene, List<Place> others) {
        List<Place> all = new ArrayList<>(others);
        all.add(scene);
        RebuiltRoads oracle = new RebuiltRoads(roads, all);
        RoadState state = conditions.state(mode);
        List<Phantom> phantoms = others.stream().map(Trial::phantom).toList();
        for (Direction othersAre : Direction.values()) {
            boolean toScene = othersAre == Direction.FORWARD;
            double[] right = toScene ? oracle.to(scene, others) : oracle.from(scene, others);
            long[] searched = engine.labels(state, phantom(scene), phantoms, othersAre);
            long[] carried = engine.labels(state, phantom(scene), phantoms, othersAre); // by labels computed meanwhile
            for (int i = 0; i < right.length; i++) {
                Place from = toScene ? others.get(i) : scene;
                Place to = toScene ? scene : others.get(i);
                String what = name + ", version " + conditions.version() + ", " + mode + " from " + from + " to " + to;
                Optional<Way> way = engine.way(state, phantom(from), phantom(to));
                assertEquals(searched[i], way.map(Way::label).orElse(Label.UNREACHED), what);
                assertEquals(searched[i], carried[i], what);
                assertEquals(right[i] < RebuiltRoads.NO_WAY, way.isPresent(), what + ": the oracle says " + right[i]);
                way.ifPresent(found -> check(found, state, roads, oracle.stillClosed(), from, to, what));
                if (way.isPresent()) {
                    near(right[i], way.get(), what);
                }
                cases++;
            }
        }
    }

    /** The oracle adds up fractions of milliseconds, the engine whole ones: half of one for each piece. */
    private static void near(double right, Way way, String what) {
        long ms = Label.ms(way.label());
        double rounding = 1 + 0.5 * way.pieces().size();
        assertTrue(Math.abs(right - ms) <= rounding, () -> what + ": the oracle says " + right + " ms, it was " + ms);
    }

    private static void check(
            Way way, RoadState state, PlainRoads roads, List<Part> closed, Place from, Place to, String what) {
        List<Piece> pieces = way.pieces();
        assertEquals(way.label(), pieces.stream().mapToLong(state::label).sum(), what);
        assertEquals(from.edge(), pieces.get(0).edgeKey() >> 1, what);
        assertEquals(to.edge(), pieces.get(pieces.size() - 1).edgeKey() >> 1, what);
        for (int i = 1; i < pieces.size(); i++) {
            int before = pieces.get(i - 1).edgeKey();
            int after = pieces.get(i).edgeKey();
            assertEquals(roads.head(before), roads.tail()[after], what);
            assertFalse(roads.bans().contains(new Ban(before, after)), what + ": a forbidden turn");
        }
        for (Part part : closed) {
            pieces.forEach(piece -> assertFalse(drives(piece, part), what + ": drives through " + part));
        }
    }

    private static boolean drives(Piece piece, Part part) {
        Stretch driven = piece.stretch();
        return driven.edge() == part.edge() && part.from() < driven.to() && part.to() > driven.from();
    }

    private static Phantom phantom(Place place) {
        return new Phantom(place.edge(), place.fraction());
    }
}
