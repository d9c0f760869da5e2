package rescue.routing.bench;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.LMProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import rescue.dispatch.geo.LatLon;

/**
 * GraphHopper as a user calls it, on the very graph that our engine reads: a copy of the imported map, with its own
 * preparations of contraction hierarchies (CH) and landmarks (LM) for the same profile.
 */
public final class GraphHopperPeer implements AutoCloseable {

    /** How a route is looked for. */
    public enum Way {
        CH,
        LM,
        FLEXIBLE
    }

    /** What the sum of an answer counts for a pair without a way: an hour. */
    public static final long NO_WAY_MS = 3_600_000;

    private final GraphHopper hopper;
    private final Profile profile;
    private final Weighting weighting;
    private int preparations;

    private GraphHopperPeer(GraphHopper hopper, Profile profile) {
        this.hopper = hopper;
        this.profile = profile;
        weighting = hopper.createWeighting(profile, new PMap());
    }

    /**
     * Prepares the peer, or opens what was prepared before.
     *
     * @param imported the folder of an imported map; it is copied, for preparations are written beside the graph
     * @param folder where the copy is kept from run to run, one for each version
     * @param profiles with their custom models, as the map was imported; the first one is prepared
     */
    public static GraphHopperPeer open(Path imported, Path folder, List<Profile> profiles) throws IOException {
        Profile profile = profiles.get(0);
        Path copy = folder.resolve(imported.getFileName() + "-" + profile.getName());
        if (!Files.isDirectory(copy)) {
            copy(imported, copy);
        }
        GraphHopper hopper =
                new GraphHopper().setGraphHopperLocation(copy.toString()).setProfiles(profiles);
        hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(profile.getName()));
        hopper.getLMPreparationHandler().setLMProfiles(new LMProfile(profile.getName()));
        if (!hopper.load()) {
            throw new IllegalStateException("the peer's graph in " + copy + " does not open");
        }
        return new GraphHopperPeer(hopper, profile);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /** The driving time of one pair in milliseconds, nothing else asked for. */
    public long timeMs(LatLon from, LatLon to, Way way) {
        GHRequest request = request(from, to, way);
        request.putHint(Parameters.Routing.CALC_POINTS, false);
        request.putHint(Parameters.Routing.INSTRUCTIONS, false);
        GHResponse answer = hopper.route(request);
        return answer.hasErrors() ? NO_WAY_MS : answer.getBest().getTime();
    }

    /** A route with its line and Vietnamese steps; its driving time in milliseconds. */
    public long routeMs(LatLon from, LatLon to, Way way) {
        GHRequest request = request(from, to, way);
        request.setLocale(Locale.forLanguageTag("vi"));
        GHResponse answer = hopper.route(request);
        if (answer.hasErrors()) {
            return NO_WAY_MS;
        }
        int words = 0;
        for (var step : answer.getBest().getInstructions()) {
            words += step.getTurnDescription(hopper.getTranslationMap().getWithFallBack(request.getLocale()))
                    .length();
        }
        return answer.getBest().getTime()
                + (words + answer.getBest().getPoints().size() == 0 ? 1 : 0);
    }

    private GHRequest request(LatLon from, LatLon to, Way way) {
        GHRequest request = new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile(profile.getName());
        if (way != Way.CH) {
            request.putHint(Parameters.CH.DISABLE, true);
        }
        if (way == Way.FLEXIBLE) {
            request.putHint(Parameters.Landmark.DISABLE, true);
        }
        return request;
    }

    /** Where a point meets the roads: the edge. */
    public int snap(LatLon point) {
        return hopper.getLocationIndex()
                .findClosest(
                        point.lat(),
                        point.lon(),
                        edge -> Double.isFinite(weighting.calcEdgeWeight(edge, false))
                                || Double.isFinite(weighting.calcEdgeWeight(edge, true)))
                .getClosestEdge()
                .getEdge();
    }

    /** Everything that a closure asks of contraction hierarchies: they are made anew. The shortcuts, to have a sum. */
    public long prepareAgain() {
        BaseGraph graph = hopper.getBaseGraph();
        CHConfig config = profile.hasTurnCosts()
                ? CHConfig.edgeBased("again" + ++preparations, weighting)
                : CHConfig.nodeBased("again" + ++preparations, weighting);
        return PrepareContractionHierarchies.fromGraph(graph, config).doWork().getShortcuts();
    }

    /** One tree of all driving times from a node; how many nodes it labels. */
    public long tree(int node) {
        long[] labelled = new long[1];
        ShortestPathTree tree = new ShortestPathTree(hopper.getBaseGraph(), weighting, false, TraversalMode.NODE_BASED);
        tree.setTimeLimit(Double.POSITIVE_INFINITY);
        tree.search(node, label -> labelled[0]++);
        return labelled[0];
    }

    @Override
    public void close() {
        hopper.close();
    }
}
