package rescue.routing.edge;

import com.graphhopper.routing.util.TransportationMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A travel mode as the importer knows it: what sets its access apart, and the custom model and profile of its name in
 * {@code maps/models}. The searches know the same modes as {@link rescue.routing.engine.TravelMode}.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are made by Set.of and never change
public enum ModelledMode {
    /** A van with two driven wheels: what any car may use. */
    AMBULANCE(TransportationMode.CAR, Set.of(), Set.of(), Set.of()),

    /** All four wheels driven: also tracks of grass and mud. */
    FOUR_BY_FOUR(TransportationMode.CAR, Tracks.ROUGH, Set.of(), Set.of()),

    /** A motorbike: also paths, and past what only keeps cars out. */
    MOTORBIKE(
            TransportationMode.MOTORCYCLE,
            Tracks.ROUGH,
            Set.of("path", "bridleway"),
            Set.of("bollard", "block", "bus_trap", "sump_buster", "jersey_barrier")),

    /** On foot: GraphHopper's own access for pedestrians; one-way rules do not bind them. */
    FOOT(TransportationMode.FOOT, Set.of(), Set.of(), Set.of());

    /** The modes that drive. */
    public static final List<ModelledMode> DRIVEN = List.of(AMBULANCE, FOUR_BY_FOUR, MOTORBIKE);

    private final TransportationMode transportation;
    private final Set<String> furtherTracks;
    private final Set<String> furtherWays;
    private final Set<String> passableBarriers;

    ModelledMode(
            TransportationMode transportation,
            Set<String> furtherTracks,
            Set<String> furtherWays,
            Set<String> passableBarriers) {
        this.transportation = transportation;
        this.furtherTracks = furtherTracks;
        this.furtherWays = furtherWays;
        this.passableBarriers = passableBarriers;
    }

    /** The name of its custom model's file and of its profile. */
    String profile() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The encoded value that says where it may go, in which direction. */
    public String accessKey() {
        return profile() + "_access";
    }

    /**
     * The custom models that are there, the ambulance's first.
     *
     * @param models a folder, or the file of one model
     */
    public static List<Path> models(Path models) {
        if (!Files.isDirectory(models)) {
            return List.of(models);
        }
        return Stream.of(values())
                .map(mode -> models.resolve(mode.profile() + ".json"))
                .filter(Files::isRegularFile)
                .toList();
    }

    TransportationMode transportation() {
        return transportation;
    }

    /** Track grades beyond those that a car passes. */
    Set<String> furtherTracks() {
        return furtherTracks;
    }

    /** Kinds of way beyond those that a car may use. */
    Set<String> furtherWays() {
        return furtherWays;
    }

    /** Barriers that stop a car, not this. */
    Set<String> passableBarriers() {
        return passableBarriers;
    }

    private static final class Tracks {

        /** OSM's tracktype: grade4 is mostly soft, grade5 has no hard material at all. */
        static final Set<String> ROUGH = Set.of("grade4", "grade5");
    }
}
