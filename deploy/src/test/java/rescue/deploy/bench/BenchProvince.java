package rescue.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The default province with as many units and hospitals as the goal names: the demo fleet, repeated at its stations. */
final class BenchProvince {

    private BenchProvince() {}

    /** Copies {@code from} to {@code to}, with exactly that many units, and at most that many hospitals. */
    static void write(Path from, Path to, int units, int hospitals) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        Files.write(to.resolve("units.csv"), repeated(Files.readAllLines(from.resolve("units.csv")), units));
        Files.write(
                to.resolve("hospitals.csv"),
                Files.readAllLines(from.resolve("hospitals.csv")).stream()
                        .limit(1L + hospitals)
                        .toList());
    }

    /** The same with more hospitals than the province has: its own, repeated where they stand. */
    static void writeNation(Path from, Path to, int units, int hospitals) throws IOException {
        write(from, to, units, hospitals);
        Files.write(
                to.resolve("hospitals.csv"), repeated(Files.readAllLines(from.resolve("hospitals.csv")), hospitals));
    }

    /** The first two columns are id and name; a copy gets its number behind both. */
    private static List<String> repeated(List<String> lines, int count) {
        List<String> own = lines.subList(1, lines.size());
        List<String> out = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 0; i < count; i++) {
            String[] cells = own.get(i % own.size()).split(",", 3);
            int copy = i / own.size();
            out.add(
                    copy == 0
                            ? String.join(",", cells)
                            : cells[0] + "-" + copy + "," + cells[1] + "-" + copy + "," + cells[2]);
        }
        return out;
    }
}
