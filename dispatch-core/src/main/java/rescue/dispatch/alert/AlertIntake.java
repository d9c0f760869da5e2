package rescue.dispatch.alert;

import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.IntakeOutcome.Joins;
import rescue.dispatch.alert.IntakeOutcome.Opens;
import rescue.dispatch.geo.LatLon;

/**
 * Whether an alert opens an incident, joins an open one, or must be asked about. Two accidents taken for one is worse
 * than one taken for two, so joining is narrow, asking is wide, and either can be undone (merge, un-merge).
 */
public final class AlertIntake {

    /** Closer than this and of the same kind, it is the same accident: a coach and its cars fit, the next bend does not. */
    public static final double JOIN_WITHIN_M = 150;

    /** Closer than this, the operator is asked: the field's habit (500 m and 15 min). */
    public static final double ASK_WITHIN_M = 500;

    /**
     * An older incident is not joined. At the very same spot it is still asked about while it is open: where the
     * ambulance needs an hour and a half, people go on calling.
     */
    public static final Duration WITHIN = Duration.ofMinutes(15);

    /** A phone less sure of itself than this does not join by itself. */
    private static final double JOIN_ACCURACY_M = 150;

    private AlertIntake() {}

    /** What {@code alert} does, given the open incidents around its place (those farther away do not matter). */
    public static IntakeOutcome decide(Alert alert, List<OpenIncident> around) {
        LocatedPlace located = alert.placement().located();
        if (located == null) {
            return new Opens(List.of());
        }
        List<Near> near = around.stream()
                .map(open -> new Near(
                        open, located.at().distanceM(open.at()), isRecent(open.openedAt(), alert.receivedAt())))
                .filter(candidate -> candidate.distanceM <= (candidate.isRecent ? ASK_WITHIN_M : JOIN_WITHIN_M))
                .sorted(comparingDouble(Near::distanceM).thenComparing(candidate -> candidate.open.number()))
                .toList();
        return near.stream()
                .filter(candidate -> isSurelyTheSame(alert, candidate))
                .findFirst()
                .<IntakeOutcome>map(candidate -> new Joins(candidate.open.id(), candidate.distanceM))
                .orElseGet(() -> new Opens(
                        near.stream().map(candidate -> candidate.open.id()).toList()));
    }

    /** How far around a place open incidents matter, for whoever looks them up. */
    public static boolean isAround(LatLon place, LatLon other) {
        return place.distanceM(other) <= ASK_WITHIN_M;
    }

    private static boolean isRecent(Instant opened, Instant received) {
        return Duration.between(opened, received).abs().compareTo(WITHIN) <= 0;
    }

    private static boolean isSurelyTheSame(Alert alert, Near candidate) {
        return candidate.isRecent
                && candidate.distanceM <= JOIN_WITHIN_M
                && alert.kind() == candidate.open.kind()
                && alert.kind() != AlertKind.OTHER // two unknown words are not the same word
                && isPrecise(alert.told().accuracyM());
    }

    private static boolean isPrecise(@Nullable Double accuracyM) {
        return accuracyM == null || accuracyM <= JOIN_ACCURACY_M;
    }

    private record Near(OpenIncident open, double distanceM, boolean isRecent) {}
}
