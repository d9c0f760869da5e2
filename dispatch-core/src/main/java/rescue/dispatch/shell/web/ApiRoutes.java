package rescue.dispatch.shell.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Map;
import rescue.dispatch.port.LiveState;

/** The routes of one noun. */
public interface ApiRoutes {

    /**
     * Adds a handler to each operation of the contract that this noun answers:
     * {@code builder.getRoute("getUnit").addHandler(this::get)}. When a handler runs, the caller is known and allowed, and
     * the request fits the contract. It fails with {@code ctx.fail(throwable)}, or throws.
     */
    void mount(RouterBuilder builder);

    /** Boards that are to be at hand when the database is away; most nouns have none. */
    default Map<LiveState.Board, SharedBoard> boards() {
        return Map.of();
    }

    /** What the contract does not speak of, such as another protocol's address; most nouns have nothing. */
    default void mountBeside(Router router) {}
}
