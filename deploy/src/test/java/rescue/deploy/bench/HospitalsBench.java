package rescue.deploy.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the hospitals' side costs, part by part. */
public final class HospitalsBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private HospitalsBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        List<String> parts =
                List.of(given.getOrDefault("parts", "plan,capacity").split(","));
        Figures figures = new Figures();
        if (parts.contains("plan")) {
            PlanBench.run(FOLDER, given, figures);
        }
        if (parts.contains("capacity")) {
            CapacityBench.run(FOLDER, given, figures);
        }
        figures.writeTo(FOLDER.resolve("hospitals.json"));
    }
}
