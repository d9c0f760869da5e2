package rescue.routing.closures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.RoadClass;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Stretch;

/** Every ford, and every road of a class, on one map; looked up once, when first asked for. */
final class RoadsOfAKind {

    private final RoadShapes shapes;
    private final Map<RoadClass, List<Stretch>> byClass = new EnumMap<>(RoadClass.class);
    private @Nullable List<Stretch> fords;

    RoadsOfAKind(RoadShapes shapes) {
        this.shapes = shapes;
    }

    synchronized List<Stretch> fords() {
        if (fords == null) {
            fords = whole(shapes::isFord);
        }
        return fords;
    }

    synchronized List<Stretch> of(Set<RoadClass> classes) {
        if (byClass.isEmpty()) {
            readClasses();
        }
        return classes.stream()
                .sorted()
                .flatMap(one -> byClass.getOrDefault(one, List.of()).stream())
                .toList();
    }

    private void readClasses() {
        Map<String, RoadClass> named =
                Set.of(RoadClass.values()).stream().collect(Collectors.toMap(RoadClass::inOpenStreetMap, one -> one));
        for (int edge = 0; edge < shapes.count(); edge++) {
            RoadClass found = named.get(shapes.roadClass(edge));
            if (found != null) {
                byClass.computeIfAbsent(found, one -> new ArrayList<>()).add(new Stretch(edge, 0, 1));
            }
        }
    }

    private List<Stretch> whole(IntPredicate isMeant) {
        List<Stretch> stretches = new ArrayList<>();
        for (int edge = 0; edge < shapes.count(); edge++) {
            if (isMeant.test(edge)) {
                stretches.add(new Stretch(edge, 0, 1));
            }
        }
        return stretches;
    }
}
