package rescue.routing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fresh JVMs, one after the other: the same code may run twice as fast in one JVM as in the next. */
public final class Forks {

    private Forks() {}

    /**
     * Runs {@code main} in a JVM of its own and reads what it measured.
     *
     * @param main a class whose main method takes the file for its readings as first argument
     * @throws IllegalStateException when it fails: a benchmark whose engines disagree has no figures
     */
    static List<Reading> run(Class<?> main, String heap, List<String> arguments)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("readings", ".tsv");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heap,
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=UTC",
                    "-Dcom.google.protobuf.use_unsafe_pre22_gencode=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName(),
                    file.toString()));
            command.addAll(arguments);
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + exit);
            }
            return Files.readAllLines(file).stream().map(Reading::fromOneLine).toList();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Hands the readings of a fork to whoever started it. */
    public static void report(Path file, List<Reading> readings) throws IOException {
        Files.write(file, readings.stream().map(Reading::inOneLine).toList());
    }
}
