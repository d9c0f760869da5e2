package rescue.routing.closures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.road.Passage;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Piece;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;

/** Which road closures began and ended between two states of the roads, and whose way they touch. */
public final class ClosureDifference {

    private final List<InForce> began;
    private final List<InForce> ended;

    public ClosureDifference(List<InForce> before, List<InForce> now) {
        began = without(now, before);
        ended = without(before, now);
    }

    private static List<InForce> without(List<InForce> some, List<InForce> others) {
        Set<UUID> known = others.stream().map(InForce::id).collect(toSet());
        return some.stream().filter(closure -> !known.contains(closure.id())).toList();
    }

    /** Those that began, on a way as it was. */
    public List<UUID> cameInto(Optional<Way> before, TravelMode mode) {
        return on(began, before, mode);
    }

    /** Those that ended, on a way as it is. */
    public List<UUID> wentOutOf(Optional<Way> now, TravelMode mode) {
        return on(ended, now, mode);
    }

    private static List<UUID> on(List<InForce> closures, Optional<Way> way, TravelMode mode) {
        if (closures.isEmpty() || way.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Stretch>> driven =
                way.get().pieces().stream().map(Piece::stretch).collect(groupingBy(Stretch::edge));
        return closures.stream()
                .filter(closure -> !closure.on(mode).equals(Passage.FREE))
                .filter(closure -> closure.stretches().stream()
                        .anyMatch(stretch -> driven.getOrDefault(stretch.edge(), List.of()).stream()
                                .anyMatch(piece -> stretch.meets(piece.from(), piece.to()))))
                .map(InForce::id)
                .toList();
    }
}
