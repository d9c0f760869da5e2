package rescue.deploy.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import rescue.story.Desk;
import rescue.story.ServerProcess;

/**
 * A plan for many: drawn scenes along QL4D with 40 patients over 12 hospitals and 60 units, over HTTP, with road times, server
 * and PostgreSQL on the same machine. Each is a new incident, so nothing of one helps the next.
 */
final class PlanBench {

    /** QL4D of the road book, without its ends. */
    private static final double MOST_KM = 95;

    private static final String[] COLOURS = {"RED", "YELLOW", "YELLOW", "GREEN", "GREEN"};

    private PlanBench() {}

    static void run(Path folder, Map<String, String> given, Figures figures) throws Exception {
        int patients = Integer.parseInt(given.getOrDefault("patients", "40"));
        int hospitals = Integer.parseInt(given.getOrDefault("hospitals", "12"));
        int rounds = Integer.parseInt(given.getOrDefault("rounds", "40"));
        long seed = Long.parseLong(given.getOrDefault("seed", "1"));
        for (String units : given.getOrDefault("units", "60,16").split(",")) {
            measure(folder, patients, hospitals, Integer.parseInt(units), rounds, seed, figures);
        }
    }

    private static void measure(
            Path folder, int patients, int hospitals, int units, int rounds, long seed, Figures figures)
            throws Exception {
        Path province = folder.resolve("plan-province-" + units);
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, units, hospitals);
        try (ServerProcess server =
                new ServerProcess(data(folder), "--map", province.toString(), "--province", province.toString())) {
            System.out.printf(
                    "%d units: ready after %d ms%n", units, server.start().toMillis());
            Desk desk = Desk.of(server);
            Random chance = new Random(seed);
            Histogram whole = new Histogram(3);
            int proved = 0;
            double farthest = 0;
            double byHand = 0;
            for (int round = -5; round < rounds; round++) { // the first only warm up
                String incident = scene(desk, chance, patients);
                long began = System.nanoTime();
                JsonObject plan = desk.post("/incidents/" + incident + "/plan", new JsonObject())
                        .expect(200);
                long micros = (System.nanoTime() - began) / 1_000;
                desk.closes(incident);
                if (round >= 0) {
                    whole.recordValue(micros);
                    proved += plan.getBoolean("proved") ? 1 : 0;
                    farthest = Math.max(farthest, plan.getDouble("aboveBound"));
                    byHand += plan.getDouble("worseByHand") / rounds;
                }
            }
            String name = "plan." + units + "units";
            System.out.printf("%d patients, %d hospitals, %d units, seed %d%n", patients, hospitals, units, seed);
            System.out.println("                     p50       p99     p99.9       max  ms");
            System.out.println("  POST …/plan  " + figures.addLatencies(name, whole));
            System.out.printf(
                    Locale.ROOT,
                    "  proved the best: %d of %d; the others at most %.2f %% above; by hand %.1f %% more%n",
                    proved,
                    rounds,
                    100 * farthest,
                    100 * byHand);
            figures.add(name + ".proved", proved, "of " + rounds);
            figures.add(name + ".aboveBound", 100 * farthest, "%");
            figures.add(name + ".byHand", 100 * byHand, "%");
        }
    }

    private static String scene(Desk desk, Random chance, int patients) {
        String id = desk.hears("QL4D", Math.round(chance.nextDouble() * MOST_KM * 10) / 10.0, patients)
                .getString("incidentId");
        desk.triages(
                id,
                Stream.generate(() -> COLOURS[chance.nextInt(COLOURS.length)])
                        .limit(patients)
                        .toArray(String[]::new));
        return id;
    }

    private static Path data(Path folder) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), "plan-data-");
    }
}
