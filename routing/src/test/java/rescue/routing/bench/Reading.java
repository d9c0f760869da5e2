package rescue.routing.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one fork measured of one design.
 *
 * @param p50Ns median of the wall time of an answer
 * @param p99Ns 99th percentile; the worst where fewer than a hundred were asked
 * @param cpuNs processor time of the asking thread for one answer, on average
 * @param bytes allocated by the asking thread for one answer, on average
 * @param times how many answers were measured
 * @param differs by what part its answers differ from the first design's, in the median; 0 for one that is exact
 */
public record Reading(
        String item,
        String design,
        double p50Ns,
        double p99Ns,
        double cpuNs,
        double bytes,
        int times,
        double differs,
        List<Goal> goals) {

    static Reading of(Item item, Design design, long[] nanos, double cpuNs, double bytes, double differs) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Reading(
                item.name(),
                design.name(),
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
                cpuNs,
                bytes,
                sorted.length,
                differs,
                item.goals());
    }

    /** A figure that is no time of an answer: megabytes, say. It stands in {@code p50Ns}, and the unit in the design. */
    public static Reading figure(String item, String unit, double value, List<Goal> goals) {
        return new Reading(item, unit, value, 0, 0, 0, 0, 0, goals);
    }

    boolean isFigure() {
        return times == 0;
    }

    String inOneLine() {
        return String.join(
                "\t",
                item,
                design,
                String.valueOf(p50Ns),
                String.valueOf(p99Ns),
                String.valueOf(cpuNs),
                String.valueOf(bytes),
                String.valueOf(times),
                String.valueOf(differs),
                goals.stream().map(Goal::inOneWord).collect(Collectors.joining(" ")));
    }

    static Reading fromOneLine(String line) {
        String[] parts = line.split("\t", -1);
        return new Reading(
                parts[0],
                parts[1],
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[5]),
                Integer.parseInt(parts[6]),
                Double.parseDouble(parts[7]),
                parts[8].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[8].split(" "))
                                .map(Goal::fromOneWord)
                                .toList());
    }
}
