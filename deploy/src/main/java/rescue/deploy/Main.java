package rescue.deploy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import rescue.deploy.drill.ShiftFile;

/** Starts what the configuration names, and says what it does meanwhile. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            out.print(Setting.help());
            return;
        }
        var progress = new Progress(out, sinceProcessStart());
        try {
            run(Configuration.read(List.of(args), System.getenv()), progress);
        } catch (Configuration.InvalidSetting | ShiftFile.BrokenShift invalid) {
            progress.say(String.valueOf(invalid.getMessage()));
            System.exit(2);
        }
    }

    private static void run(Configuration configuration, Progress progress) {
        var shutdown = new Shutdown(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
        new Server(configuration, progress, shutdown, vertx, new AdminServer(vertx, registry))
                .start()
                .onFailure(failure -> {
                    progress.say("could not start: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
