package rescue.routing.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.jackson.Jackson;
import com.graphhopper.util.CustomModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.road.MapFault;
import rescue.routing.book.BrokenRow;
import rescue.routing.edge.Chainage;
import rescue.routing.edge.Heights;
import rescue.routing.edge.ModelledMode;
import rescue.routing.edge.Slope;
import rescue.routing.edge.Straightness;
import rescue.routing.edge.TurnSigns;
import rescue.routing.tiles.Scenery;

/**
 * An opened road map. The only class that knows GraphHopper's importer.
 *
 * <p>A map is imported once and kept in a folder named after its content, so the same map opens at once the next time,
 * and a changed file is never mistaken for the old one. What is half imported is never found: the import runs in a
 * folder of its own that is renamed when it is whole. A graph that does not open is made anew.
 */
public final class RoadMap implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoadMap.class);

    /** Part of a graph's name: raise it whenever this package or {@code edge} makes another graph of a map. */
    private static final String IMPORTER_VERSION = "hoang-lien-4 graphhopper-11.0";

    /** What is known of every edge, beside name and number: access and speeds, and what steps and custom models ask for. */
    private static final String PROPERTIES =
            "car_access|block_private=false,car_average_speed,foot_access|block_private=false,"
                    + driven(ModelledMode::accessKey)
                    + ",road_access,road_class,road_class_link,road_environment,roundabout,max_speed,max_weight,max_width,surface,"
                    + "smoothness,track_type,hike_rating,ferry_speed,"
                    + Slope.AVERAGE + "," + Slope.STEEPEST + "," + Straightness.KEY + "," + Chainage.KEY + ","
                    + TurnSigns.COPY;

    /** Hamlets with fewer directed edges than this, and no way out, are no place to snap a unit to. */
    private static final int MIN_NETWORK_EDGES = 200;

    /** How the importer says that not one way was a road; a test holds it. */
    private static final String EMPTY_GRAPH = "must not be empty";

    private final GraphHopper hopper;
    private final List<String> profiles;
    private final String version;
    private final Path folder;
    private final boolean localRoads;

    private RoadMap(GraphHopper hopper, List<String> profiles, Path folder, boolean localRoads) {
        this.hopper = hopper;
        this.profiles = List.copyOf(profiles);
        this.folder = folder;
        this.localRoads = localRoads;
        version = folder.getFileName().toString();
    }

    /**
     * Opens a map, and imports it first if this content was not imported before.
     *
     * @param map an OSM extract ({@code .osm.pbf} or {@code .osm}), or a data folder with a road book
     * @param graphFolder where imported maps are kept
     * @param modelFiles custom models, one for each vehicle class; a profile bears its file's name
     * @throws MapRefused when it is no map, is cut off, or holds no road
     * @throws BrokenRow when the road book has a row that cannot be used
     */
    public static RoadMap open(Path map, Path graphFolder, List<Path> modelFiles) {
        return open(map, graphFolder, modelFiles, List.of());
    }

    private static RoadMap open(Path map, Path graphFolder, List<Path> modelFiles, List<Path> heightTiles) {
        long start = System.nanoTime();
        MapSource source = MapSource.of(map);
        String version = version(source, modelFiles, heightTiles);
        List<Profile> profiles = readProfiles(modelFiles);
        Path graph = graphFolder.resolve(version);
        GraphHopper hopper = load(graph, profiles).orElseGet(() -> {
            LOG.info("importing the map {} ({} kB), once", map, sizeKb(source.files()));
            GraphFolders.tidy(graphFolder);
            importInto(graph, source, profiles, Heights.read(heightTiles), () -> {
                if (!version.equals(version(source, modelFiles, heightTiles))) {
                    throw new MapRefused(map, MapFault.UNREADABLE, "it was changed while it was read");
                }
            });
            return load(graph, profiles)
                    .orElseThrow(() ->
                            new MapRefused(map, MapFault.IMPORT_FAILED, "its graph in " + graph + " cannot be opened"));
        });
        LOG.info(
                "road map {}: {} nodes, {} edges, opened in {} ms",
                version,
                hopper.getBaseGraph().getNodes(),
                hopper.getBaseGraph().getEdges(),
                millisSince(start));
        return new RoadMap(hopper, profiles.stream().map(Profile::getName).toList(), graph, source.drawsLocalRoads());
    }

    /**
     * Opens a map for every custom model of a folder, or for one.
     *
     * @param models a custom model, or a folder with one for each mode of travel
     */
    public static RoadMap open(Path map, Path graphFolder, Path models) {
        return open(map, graphFolder, ModelledMode.models(models));
    }

    /**
     * The same, with slopes where heights are known.
     *
     * @param heightFolder {@code .hgt} tiles of one degree; it need not be there
     */
    public static RoadMap open(Path map, Path graphFolder, Path models, Path heightFolder) {
        return open(map, graphFolder, ModelledMode.models(models), Heights.files(heightFolder));
    }

    /**
     * The version that {@link #open(Path, Path, Path, Path)} would give this map, at the price of reading it once.
     *
     * @throws MapRefused when it is no map or is cut off
     */
    public static String version(Path map, Path models, Path heightFolder) {
        return version(MapSource.of(map), ModelledMode.models(models), Heights.files(heightFolder));
    }

    private static String version(MapSource source, List<Path> modelFiles, List<Path> heightTiles) {
        List<Path> content =
                Stream.concat(source.files().stream(), heightTiles.stream()).toList();
        return ContentHash.of(IMPORTER_VERSION + " " + PROPERTIES, content, modelFiles);
    }

    /** The opened graph, its index and its profiles. */
    public GraphHopper hopper() {
        return hopper;
    }

    /** The profile of the first custom model: the usual ambulance. */
    public String profile() {
        return profiles.get(0);
    }

    /** Every profile, in the order of the custom models. */
    public List<String> profiles() {
        return profiles;
    }

    /** Where the order of the nodes for the contraction hierarchy is kept, beside the graph. It has a checksum of its own. */
    public Path orderFile() {
        return folder.resolve(GraphSeal.NODE_ORDER);
    }

    /** Whether a place without a road beside it has none, as far as the map's makers knew. */
    public boolean drawsLocalRoads() {
        return localRoads;
    }

    /** What the map shows beside its roads; read anew each time, for nobody needs it for long. */
    public Scenery scenery() {
        return SceneryFile.read(folder);
    }

    /** The rivers that the map draws. */
    public Rivers rivers() {
        return new Rivers(scenery().rivers().stream()
                .filter(Scenery.River::isWide)
                .map(Scenery.River::line)
                .toList());
    }

    /** Names the content: another map, another custom model or another importer has another version. */
    public String version() {
        return version;
    }

    @Override
    public void close() {
        hopper.close();
    }

    /** A graph is only a copy of a map: one that a power cut has broken is imported again, for dispatch does not stop. */
    private static Optional<GraphHopper> load(Path graph, List<Profile> profiles) {
        if (!Files.isDirectory(graph)) {
            return Optional.empty();
        }
        try {
            GraphHopper hopper = configured(graph, profiles, Heights.none()).setAllowWrites(false);
            if (GraphSeal.isUnbroken(graph) && hopper.load()) {
                return Optional.of(hopper);
            }
            LOG.warn("the graph in {} is not whole", graph);
        } catch (IOException | RuntimeException broken) { // whatever is wrong with the copy, the map is still there
            LOG.warn("the graph in {} is broken: {}", graph, rootMessage(broken));
        }
        GraphFolders.delete(graph);
        return Optional.empty();
    }

    private static void importInto(
            Path graph, MapSource source, List<Profile> profiles, Heights heights, Runnable stillTheSame) {
        Path unfinished = GraphFolders.unfinished(graph);
        Path scratch = unfinished.resolveSibling(unfinished.getFileName() + "-scratch");
        try {
            Files.createDirectories(unfinished);
            Files.createDirectories(scratch);
            ImportRoom.checkDisk(source.path(), source.files(), unfinished);
            GraphHopper hopper = configured(unfinished, profiles, heights)
                    .setOSMFile(source.osmFile(scratch).toString());
            try {
                importOrRefuse(hopper, source);
            } finally {
                hopper.close();
            }
            if (source.drawsLocalRoads()) {
                SceneryFile.write(SceneryReader.read(source.path()), unfinished);
            }
            stillTheSame.run(); // or one map's graph would bear another map's name
            GraphSeal.write(unfinished);
            GraphFolders.moveInPlace(unfinished, graph);
        } catch (IOException broken) {
            throw cannotWrite(source, graph, broken);
        } catch (MapRefused | BrokenRow refused) {
            throw refused;
        } catch (RuntimeException broken) { // whatever else the importer stumbles over is the file's fault
            throw GraphFolders.hasRoom(scratch)
                    ? new MapRefused(
                            source.path(),
                            MapFault.IMPORT_FAILED,
                            "the importer stopped: " + rootMessage(broken),
                            broken)
                    : cannotWrite(source, graph, broken);
        } finally {
            GraphFolders.delete(unfinished);
            GraphFolders.delete(scratch);
        }
    }

    private static void importOrRefuse(GraphHopper hopper, MapSource source) {
        MapRefused noRoads = new MapRefused(source.path(), MapFault.NO_ROADS, "it holds no road");
        try {
            hopper.importOrLoad();
        } catch (RuntimeException broken) {
            throw rootMessage(broken).contains(EMPTY_GRAPH) ? noRoads : broken;
        }
        if (hopper.getBaseGraph().getEdges() == 0) {
            throw noRoads;
        }
    }

    private static MapRefused cannotWrite(MapSource source, Path graph, Exception broken) {
        return new MapRefused(
                source.path(),
                MapFault.CANNOT_WRITE,
                "its graph cannot be written to " + graph + ": " + rootMessage(broken),
                broken);
    }

    private static GraphHopper configured(Path graph, List<Profile> profiles, Heights heights) {
        List<Profile> withSigns = new ArrayList<>(profiles);
        withSigns.add(TurnSigns.profile(profiles.get(0).getCustomModel()));
        GraphHopper hopper = new ImportingHopper(heights);
        hopper.getReaderConfig().setWorkerThreads(1); // beside dispatch: one core at most
        return hopper.setGraphHopperLocation(graph.toString())
                .setEncodedValuesString(PROPERTIES)
                .setProfiles(withSigns)
                .setMinNetworkSize(MIN_NETWORK_EDGES);
    }

    private static String driven(Function<ModelledMode, String> what) {
        return ModelledMode.DRIVEN.stream().map(what).collect(Collectors.joining(","));
    }

    private static List<Profile> readProfiles(List<Path> modelFiles) {
        if (modelFiles.isEmpty()) {
            throw new IllegalArgumentException("a road map needs a custom model");
        }
        List<Profile> profiles = new ArrayList<>();
        for (Path file : modelFiles) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            profiles.add(new Profile(name).setCustomModel(readModel(file)));
        }
        return profiles;
    }

    private static CustomModel readModel(Path file) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String json = reader.lines()
                    .filter(line -> !line.strip().startsWith("//"))
                    .reduce("", (all, line) -> all + line + "\n");
            return Jackson.newObjectMapper().readValue(json, CustomModel.class);
        } catch (JsonProcessingException broken) {
            throw brokenModel(file, broken.getOriginalMessage(), broken);
        } catch (IOException broken) {
            throw brokenModel(file, broken.toString(), broken);
        }
    }

    private static MapRefused brokenModel(Path file, String why, IOException broken) {
        return new MapRefused(
                file, MapFault.BROKEN_MODEL, "as the custom model of a vehicle it cannot be read: " + why, broken);
    }

    private static long sizeKb(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum() / 1024;
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
