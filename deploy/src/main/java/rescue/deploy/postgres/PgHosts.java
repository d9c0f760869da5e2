package rescue.deploy.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL on one host or several: {@code postgresql://user:password@host1:5432,host2:5432/database}, as libpq writes a
 * primary with its standbys.
 *
 * @param servers how to connect to each of them
 */
public record PgHosts(List<PgConnectOptions> servers) {

    /** A node that stops in the middle of a transaction must not keep all others from being told. */
    private static final String IDLE_IN_TRANSACTION_MS = "5000";

    /** Everything here is looked up by a key; what takes longer has met a database in trouble. */
    private static final String STATEMENT_MS = "15000";

    private static final Pattern URI = Pattern.compile("(postgres(?:ql)?://(?:[^@/]*@)?)([^/?]+)(.*)");

    public PgHosts {
        servers = List.copyOf(servers);
    }

    /** Reads such an address. */
    public static PgHosts of(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "PG_URI must be of the form postgresql://user:password@host:port/database");
        }
        return new PgHosts(Arrays.stream(parts.group(2).split(","))
                .map(host -> options(parts.group(1) + host + parts.group(3)))
                .toList());
    }

    private static PgConnectOptions options(String uri) {
        return PgConnectOptions.fromUri(uri)
                .setCachePreparedStatements(true)
                .addProperty("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_MS)
                .addProperty("statement_timeout", STATEMENT_MS);
    }

    /** For the migrations, which go over JDBC: the one that takes writes. */
    String jdbcUrl() {
        String hosts = servers.stream()
                .map(server -> server.getHost() + ":" + server.getPort())
                .collect(Collectors.joining(","));
        return "jdbc:postgresql://" + hosts + "/" + servers.get(0).getDatabase() + "?targetServerType=primary";
    }

    String user() {
        return servers.get(0).getUser();
    }

    @Nullable
    String password() {
        return servers.get(0).getPassword();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return servers.stream()
                .map(server -> server.getHost() + ":" + server.getPort())
                .collect(Collectors.joining(", "));
    }
}
