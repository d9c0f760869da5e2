package rescue.deploy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rescue.deploy.postgres.DatabaseHealth;
import rescue.deploy.postgres.EmbeddedPostgres;
import rescue.deploy.postgres.Migration;

/** Starts what the configuration names, says what it does meanwhile, and stops it in the opposite order. */
public final class Main {

    /** Requests under way get this long when the process is told to stop. */
    private static final long CLOSE_TIMEOUT_S = 10;

    private final Configuration configuration;
    private final Progress progress;
    private final Shutdown shutdown;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Vertx vertx;
    private final AdminServer admin;

    private Main(Configuration configuration, Progress progress) {
        this.configuration = configuration;
        this.progress = progress;
        this.shutdown = new Shutdown(progress);
        this.vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
        this.admin = new AdminServer(vertx, registry);
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(args).contains("--help")) {
            out.print(Setting.help());
            return;
        }
        try {
            Configuration configuration = Configuration.read(List.of(args), System.getenv());
            new Main(configuration, new Progress(out, sinceProcessStart())).run();
        } catch (Configuration.InvalidSetting invalid) {
            out.println(invalid.getMessage());
            System.exit(2);
        }
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        start().onFailure(failure -> {
            progress.say("could not start: " + failure.getMessage());
            System.exit(1);
        });
    }

    private Future<Void> start() {
        return listenForHealth()
                .compose(listening -> vertx.executeBlocking(this::startDatabase))
                .map(this::connect)
                .map(pool -> {
                    admin.becomeReady(List.of(
                            new HealthCheck("database", () -> DatabaseHealth.answers(pool)),
                            new HealthCheck("migration", () -> DatabaseHealth.isMigrated(pool))));
                    return null;
                });
    }

    private Future<HttpServer> listenForHealth() {
        return admin.listen(configuration.adminHost(), configuration.adminPort())
                .onSuccess(server -> progress.say("health and metrics: http://" + configuration.adminHost() + ":"
                        + server.actualPort() + "/health/ready"));
    }

    /** Up and migrated when this returns. */
    private PgConnectOptions startDatabase() throws Exception {
        String uri = configuration.pgUri().isPresent() ? configuration.pgUri().get() : startEmbedded();
        PgConnectOptions options = PgConnectOptions.fromUri(uri);
        int applied = Migration.run(options);
        progress.say("tables ready" + (applied == 0 ? "" : ", " + applied + " migrations applied"));
        return options;
    }

    private String startEmbedded() throws Exception {
        progress.say("starting PostgreSQL, data in " + configuration.dataDir());
        EmbeddedPostgres postgres = EmbeddedPostgres.start(configuration.dataDir(), configuration.pgPort());
        shutdown.remember("PostgreSQL", postgres::close);
        progress.say("PostgreSQL is up on port " + configuration.pgPort()
                + (postgres.wasFoundRunning() ? ", left running by a crash and taken over" : "")
                + "; fsync and synchronous_commit are on");
        return postgres.uri();
    }

    private Pool connect(PgConnectOptions options) {
        shutdown.remember("servers and connections", this::closeVertx);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(configuration.pgPool()))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    private void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
    }

    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
