package rescue.dispatch.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;

/** Road closures in words, as whoever is led round them is told: the stretch, where it has a name, and the reason. */
final class RoadClosureNames {

    private final Map<UUID, String> names;

    private RoadClosureNames(Map<UUID, String> names) {
        this.names = names;
    }

    static RoadClosureNames of(List<RoadClosure> closures) {
        return new RoadClosureNames(
                closures.stream().collect(Collectors.toMap(RoadClosure::id, RoadClosureNames::name, (a, b) -> a)));
    }

    /** The first of those that has a name here. */
    @Nullable
    String first(List<UUID> closed, List<UUID> opened) {
        for (List<UUID> some : List.of(closed, opened)) {
            for (UUID id : some) {
                String name = names.get(id);
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String name(RoadClosure closure) {
        return closure.extent() instanceof RoadExtent.ByKm km
                ? new RoadKm(km.road(), km.fromKm()).label() + ": " + closure.reason()
                : closure.reason();
    }
}
