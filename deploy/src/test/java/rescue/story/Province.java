package rescue.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server over the road book of the default province, started for the first story that asks for it and stopped after
 * the last. Stories share it, so each one leaves every unit free and every road open.
 */
public final class Province implements ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Province.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServerProcess.class;
    }

    @Override
    public ServerProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(ServerProcess.class, first -> started(), ServerProcess.class);
    }

    /** The road book, whatever else lies beside the project: the stories name its roads and count on its times. */
    public static String[] arguments() {
        String laichau = ServerProcess.home().resolve("maps/laichau").toString();
        return new String[] {"--map", laichau, "--province", laichau};
    }

    /** As {@link #arguments()}, for another server over the same database. */
    public static String[] besides(ServerProcess server) {
        return Stream.concat(Stream.of(arguments()), Stream.of("--pg-uri", server.pgUri()))
                .toArray(String[]::new);
    }

    /** An empty folder for one server. */
    public static Path folder(String name) throws java.io.IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "stories")), name + "-");
    }

    private static ServerProcess started() {
        try {
            ServerProcess server = new ServerProcess(folder("province"), arguments());
            System.out.printf(
                    "the province's server was ready after %d ms%n",
                    server.start().toMillis());
            return server;
        } catch (Exception failure) {
            throw new IllegalStateException("the server did not start", failure);
        }
    }
}
