package rescue.deploy.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What was measured: printed as lines while it goes, kept as JSON at the end. */
final class Figures {

    private record Figure(String name, double value, String unit) {}

    private final List<Figure> figures = new ArrayList<>();

    void add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
    }

    /** p50, p99, p99.9 and the worst of a histogram of microseconds, each kept under its own name. */
    String addLatencies(String name, Histogram micros) {
        var line = new StringBuilder();
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            double ms = micros.getValueAtPercentile(percentile) / 1_000.0;
            String label =
                    percentile == 100 ? "max" : "p" + (percentile == 99.9 ? "99.9" : String.valueOf((int) percentile));
            add(name + "." + label, ms, "ms");
            line.append(String.format(Locale.ROOT, " %9.1f", ms));
        }
        return line.toString();
    }

    void writeTo(Path file) throws IOException {
        var array = new JsonArray();
        for (Figure figure : figures) {
            array.add(new JsonObject()
                    .put("name", figure.name)
                    .put("value", figure.value)
                    .put("unit", figure.unit));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, array.encodePrettily() + "\n");
    }
}
