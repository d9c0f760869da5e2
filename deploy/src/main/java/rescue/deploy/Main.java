package rescue.deploy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import rescue.deploy.drill.ShiftFile;
import rescue.deploy.supervisor.Supervisor;
import rescue.deploy.supervisor.SupervisorPlan;
import rescue.dispatch.shell.cluster.ClusterRefused;

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
            Configuration configuration = Configuration.read(List.of(args), System.getenv());
            if (configuration.nodes() > 1) {
                supervise(configuration.supervised(List.of(args)), progress);
            } else {
                run(configuration, progress);
            }
        } catch (Configuration.InvalidSetting | ShiftFile.BrokenShift | ClusterRefused invalid) {
            progress.say(String.valueOf(invalid.getMessage()));
            System.exit(2);
        }
    }

    private static void run(Configuration configuration, Progress progress) {
        var shutdown = new Shutdown(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var options = new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
        VertxBuilder builder = Vertx.builder().withMetrics(new MicrometerMetricsFactory(registry));
        Nodes.join(configuration, progress, shutdown, builder, options)
                .compose(nodes -> new Server(
                                configuration, progress, shutdown, nodes, new AdminServer(nodes.vertx(), registry))
                        .start())
                .onFailure(failure -> {
                    progress.say("could not start: " + failure.getMessage());
                    exitElsewhere();
                });
    }

    /** Not on the event loop that we are on: the shutdown needs it, and would wait for us as we for it. */
    private static void exitElsewhere() {
        new Thread(() -> System.exit(1), "exit").start();
    }

    private static void supervise(SupervisorPlan plan, Progress progress) {
        var supervisor = new Supervisor(plan, Main.class.getName(), progress::say);
        var shutdown = new Shutdown(progress);
        shutdown.remember("nodes and PostgreSQL", supervisor::stop);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        try {
            supervisor.start();
        } catch (IOException | SQLException failure) {
            progress.say("could not start: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
