package rescue.routing.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import rescue.routing.ProvinceBench;
import rescue.routing.cch.NationBench;

/**
 * How fast the roads answer, against GraphHopper and a plain Dijkstra in the same JVM: {@code deploy/bench routing}. Each
 * fork is a fresh JVM; the table shows the median of the forks.
 */
public final class RoutingBench {

    private static final Path TABLE = Path.of("target/bench/routing.json");

    private RoutingBench() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<String> given = List.of(arguments);
        Options options = new Options(given, "map", "nodes", "forks", "warmup", "seconds", "seed", "parts");
        String parts = options.text("parts", "province,nation");
        int forks = options.number("forks", 3);
        System.out.println(Machine.describe());
        long started = System.nanoTime();
        Merged merged = new Merged();
        List<String> forFork = new ArrayList<>(given.stream()
                .filter(option -> !option.matches("(forks|parts)=.*"))
                .toList());
        if (parts.contains("province")) {
            for (int fork = 1; fork <= forks; fork++) {
                System.out.printf("%nProvince, JVM %d of %d%n", fork, forks);
                merged.add(Forks.run(ProvinceBench.class, "768m", forFork));
            }
        }
        if (parts.contains("nation")) {
            System.out.printf("%nSynthetic nation, one JVM with 1.5 GB%n");
            merged.add(Forks.run(NationBench.class, "1536m", forFork));
        }
        System.out.printf("%n%s%n%n", Machine.describe());
        Table table = new Table(merged);
        table.print(System.out);
        table.write(TABLE);
        System.out.printf(
                "%nprovince: medians of %d JVMs; nation: one JVM; %d s in all; kept in %s%n",
                forks, (System.nanoTime() - started) / 1_000_000_000, TABLE);
    }
}
