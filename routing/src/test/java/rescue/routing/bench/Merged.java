package rescue.routing.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The readings of all forks, design by design, in the order in which they were measured. */
final class Merged {

    private final Map<String, Map<String, List<Reading>>> byItem = new LinkedHashMap<>();

    /** The middle of the forks, and how far apart they were. */
    record Spread(double median, double min, double max) {
        static Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
        }
    }

    void add(List<Reading> fork) {
        for (Reading reading : fork) {
            byItem.computeIfAbsent(reading.item(), item -> new LinkedHashMap<>())
                    .computeIfAbsent(reading.design(), design -> new ArrayList<>())
                    .add(reading);
        }
    }

    List<String> items() {
        return List.copyOf(byItem.keySet());
    }

    List<String> designs(String item) {
        return List.copyOf(readings(item).keySet());
    }

    /** Any of the readings: for what does not differ from fork to fork. */
    Reading any(String item, String design) {
        return all(item, design).get(0);
    }

    Spread spread(String item, String design, ToDoubleFunction<Reading> figure) {
        return Spread.of(all(item, design).stream().map(figure::applyAsDouble).toList());
    }

    /** How many times as long as the item's first design another takes, fork by fork. */
    Spread timesOurs(String item, String design, ToDoubleFunction<Reading> figure) {
        List<Reading> ours = all(item, designs(item).get(0));
        List<Reading> theirs = all(item, design);
        List<Double> ratios = new ArrayList<>();
        for (int fork = 0; fork < Math.min(ours.size(), theirs.size()); fork++) {
            ratios.add(figure.applyAsDouble(theirs.get(fork)) / figure.applyAsDouble(ours.get(fork)));
        }
        return Spread.of(ratios);
    }

    double value(String item, Goal goal) {
        return switch (goal.figure()) {
            case P50_MS -> spread(item, goal.design(), Reading::p50Ns).median() / 1e6;
            case P99_MS -> spread(item, goal.design(), Reading::p99Ns).median() / 1e6;
            case VALUE -> spread(item, goal.design(), Reading::p50Ns).median();
            case TIMES_OURS -> timesOurs(item, goal.design(), Reading::p50Ns).median();
        };
    }

    private List<Reading> all(String item, String design) {
        List<Reading> all = readings(item).get(design);
        if (all == null) {
            throw new IllegalArgumentException(item + " has no design " + design);
        }
        return all;
    }

    private Map<String, List<Reading>> readings(String item) {
        return byItem.getOrDefault(item, Map.of());
    }
}
