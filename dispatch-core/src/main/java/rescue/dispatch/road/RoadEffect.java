package rescue.dispatch.road;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a road closure does to those who would drive there. Where several meet, the strictest counts: closed before slower,
 * of two slow-downs the slower, of two waits the longer; a slow-down and a wait are two things, and both count.
 */
public sealed interface RoadEffect {

    /** What that class of vehicle meets. */
    Passage on(VehicleClass vehicle);

    /** Whether the whole network, or a class of roads, can have it: a wait is for one stretch only. */
    default boolean suitsManyRoads() {
        return true;
    }

    /** Whether every class that obeys this one has obeyed the other too. */
    default boolean isAtLeastAsStrictAs(RoadEffect other) {
        return Arrays.stream(VehicleClass.values())
                .allMatch(vehicle -> on(vehicle).isAtLeastAsStrictAs(other.on(vehicle)));
    }

    /**
     * Nobody gets through, but for some classes.
     *
     * @param passableFor the classes that still get through; empty when nobody does
     */
    record Closed(Set<VehicleClass> passableFor) implements RoadEffect {
        public Closed {
            passableFor = Set.copyOf(passableFor);
        }

        @Override
        public Passage on(VehicleClass vehicle) {
            return passableFor.contains(vehicle) ? Passage.FREE : Passage.CLOSED;
        }
    }

    /**
     * Alternating traffic over one lane: everybody gets through, after a wait.
     *
     * @param delay for the whole stretch; zero or more
     */
    record OneLane(Duration delay) implements RoadEffect {

        /** Assumed: half of a round of six minutes, as flagmen at works on these roads let both sides pass in turn. */
        public static final Duration USUAL_DELAY = Duration.ofMinutes(3);

        /** Longer is a closure by the hour. */
        public static final Duration LONGEST_DELAY = Duration.ofHours(2);

        @Override
        public Passage on(VehicleClass vehicle) {
            return new Passage(false, 1, delay);
        }

        @Override
        public boolean suitsManyRoads() {
            return false;
        }
    }

    /**
     * Only vehicles up to a weight or a width get through, by the table of {@link VehicleClass}. At least one is given.
     *
     * @param maxWeightT tonnes, or null when the weight does not matter
     * @param maxWidthM metres, or null when the width does not matter
     */
    record Limit(@Nullable Double maxWeightT, @Nullable Double maxWidthM) implements RoadEffect {
        public Limit {
            if (maxWeightT == null && maxWidthM == null) {
                throw new IllegalArgumentException("a limit of weight or width, or both");
            }
        }

        @Override
        public Passage on(VehicleClass vehicle) {
            boolean fits = (maxWeightT == null || vehicle.weightT() <= maxWeightT)
                    && (maxWidthM == null || vehicle.widthM() <= maxWidthM);
            return fits ? Passage.FREE : Passage.CLOSED;
        }
    }

    /**
     * Everybody gets through, more slowly: rain, night, mud, fog.
     *
     * @param factor how many times as long it takes, 1 to {@value #MOST}
     */
    record Slow(double factor) implements RoadEffect {

        /** Slower than a tenth of the usual speed is walking: that is a closure. */
        public static final double MOST = 10;

        @Override
        public Passage on(VehicleClass vehicle) {
            return new Passage(false, factor, Duration.ZERO);
        }
    }
}
