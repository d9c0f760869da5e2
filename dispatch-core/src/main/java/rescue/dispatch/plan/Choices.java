package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs that the search may give a vehicle of one kind, by count of patients, the cheapest first. */
final class Choices {

    /** A run, and which of the tracked beds it fills. */
    record Choice(Run run, BedUse use) {}

    private final int[] carried;
    private final List<List<Choice>> choices = new ArrayList<>();

    Choices(Map<Integer, List<Run>> byHeads, TrackedBeds tracked) {
        carried = byHeads.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        new TreeMap<>(byHeads)
                .values()
                .forEach(runs -> choices.add(runs.stream()
                        .map(run -> new Choice(run, tracked.of(run)))
                        .toList()));
    }

    int size() {
        return carried.length;
    }

    int carried(int index) {
        return carried[index];
    }

    List<Choice> list(int index) {
        return choices.get(index);
    }
}
