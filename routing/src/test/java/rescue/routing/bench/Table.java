package rescue.routing.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What was measured, for people and as JSON: a list of name, value, unit. */
final class Table {

    private static final String ROW = "  %-44s %10s %10s %10s %10s  %-38s %s%n";

    private final Merged merged;

    Table(Merged merged) {
        this.merged = merged;
    }

    void print(PrintStream out) {
        out.printf(ROW, "", "p50", "p99", "cpu", "bytes", "times the first, wall (min..max), cpu", "");
        for (String item : merged.items()) {
            out.println(item);
            for (String design : merged.designs(item)) {
                printDesign(out, item, design);
            }
            String first = merged.designs(item).get(0);
            for (Goal goal : merged.any(item, first).goals()) {
                if (merged.designs(item).contains(goal.design())) {
                    double value = merged.value(item, goal);
                    out.printf(
                            Locale.ROOT,
                            "    goal %-16s %s: %s (%,.4g)%n",
                            goal.inWords(),
                            goal.design(),
                            goal.isReached(value) ? "reached" : "MISSED",
                            value);
                }
            }
        }
    }

    private void printDesign(PrintStream out, String item, String design) {
        Reading any = merged.any(item, design);
        Merged.Spread p50 = merged.spread(item, design, Reading::p50Ns);
        if (any.isFigure()) {
            out.printf(Locale.ROOT, "  %-44s %,.1f (%,.1f..%,.1f)%n", design, p50.median(), p50.min(), p50.max());
            return;
        }
        boolean isFirst = merged.designs(item).get(0).equals(design);
        Merged.Spread times = merged.timesOurs(item, design, Reading::p50Ns);
        out.printf(
                ROW,
                design,
                time(p50.median()),
                time(merged.spread(item, design, Reading::p99Ns).median()),
                time(merged.spread(item, design, Reading::cpuNs).median()),
                bytes(merged.spread(item, design, Reading::bytes).median()),
                isFirst
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%s (%s..%s), %s",
                                factor(times.median()),
                                factor(times.min()),
                                factor(times.max()),
                                factor(merged.timesOurs(item, design, Reading::cpuNs)
                                        .median())),
                any.differs() == 0 ? "" : String.format(Locale.ROOT, "answers differ by %.2g %%", 100 * any.differs()));
    }

    private static String factor(double times) {
        return String.format(Locale.ROOT, times < 0.1 ? "%.2g" : times < 10 ? "%.2f" : "%,.0f", times);
    }

    private static String time(double ns) {
        return ns < 1e6
                ? String.format(Locale.ROOT, "%.1f us", ns / 1e3)
                : ns < 1e9
                        ? String.format(Locale.ROOT, "%.2f ms", ns / 1e6)
                        : String.format(Locale.ROOT, "%.2f s", ns / 1e9);
    }

    private static String bytes(double bytes) {
        return bytes < 10_000
                ? String.format(Locale.ROOT, "%.0f", bytes)
                : bytes < 1e7
                        ? String.format(Locale.ROOT, "%.0f k", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.0f M", bytes / 1e6);
    }

    void write(Path file) throws IOException {
        JsonArray figures = new JsonArray();
        for (String item : merged.items()) {
            for (String design : merged.designs(item)) {
                String name = "routing." + item + "." + design;
                Merged.Spread p50 = merged.spread(item, design, Reading::p50Ns);
                if (merged.any(item, design).isFigure()) {
                    add(figures, "routing." + item, p50.median(), design);
                    continue;
                }
                add(figures, name + ".p50", p50.median() / 1e3, "us");
                add(
                        figures,
                        name + ".p99",
                        merged.spread(item, design, Reading::p99Ns).median() / 1e3,
                        "us");
                add(
                        figures,
                        name + ".cpu",
                        merged.spread(item, design, Reading::cpuNs).median() / 1e3,
                        "us");
                add(
                        figures,
                        name + ".allocated",
                        merged.spread(item, design, Reading::bytes).median(),
                        "bytes");
                Merged.Spread times = merged.timesOurs(item, design, Reading::p50Ns);
                add(
                        figures,
                        name + ".times",
                        times.median(),
                        "times " + merged.designs(item).get(0));
                add(
                        figures,
                        name + ".times.min",
                        times.min(),
                        "times " + merged.designs(item).get(0));
                add(
                        figures,
                        name + ".times.max",
                        times.max(),
                        "times " + merged.designs(item).get(0));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, figures.encodePrettily() + "\n");
    }

    private static void add(JsonArray figures, String name, double value, String unit) {
        figures.add(new JsonObject().put("name", name).put("value", value).put("unit", unit));
    }
}
