package rescue.story.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** {@code deploy/bench faults}: a bad night as long as somebody wants it, for when there is time. */
public final class FaultBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private static final Duration CONSOLES_BEHIND_AT_MOST = Duration.ofSeconds(10);

    private FaultBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        Optional<String> whyNot = Net.whyNot();
        if (whyNot.isPresent()) {
            System.out.println(whyNot.get());
            System.exit(3);
        }
        long seed = Long.parseLong(given.getOrDefault("seed", String.valueOf(System.nanoTime())));
        var amount = new Plan.Amount(
                number(given, "kills", 20),
                number(given, "partitions", 3),
                number(given, "pauses", 3),
                number(given, "down", 60));
        Plan plan = Plan.draw(new SplittableRandom(seed), amount, 3);
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "faults-");
        System.out.printf(
                "seed %d, %d faults in %d s, kept in %s%n", seed, plan.steps().size(), plan.lengthMs() / 1_000, folder);
        int broken;
        try (Night night = new Night(seed, folder, CONSOLES_BEHIND_AT_MOST)) {
            Night.Result result = night.pass(plan, number(given, "rate", 20));
            System.out.println(result.story());
            result.broken().forEach(System.out::println);
            broken = result.broken().size();
        }
        System.out.println(broken == 0 ? "nothing broken" : broken + " broken; again with seed=" + seed);
        System.exit(broken == 0 ? 0 : 1);
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }
}
