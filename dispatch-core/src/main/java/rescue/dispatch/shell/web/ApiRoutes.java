package rescue.dispatch.shell.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.openapi.router.RouterBuilder;

/** The routes of one noun. */
public interface ApiRoutes {

    /**
     * Adds a handler to each operation of the contract that this noun answers:
     * {@code builder.getRoute("getUnit").addHandler(this::get)}. When a handler runs, the caller is known and allowed, and
     * the request fits the contract. It fails with {@code ctx.fail(throwable)}, or throws.
     */
    void mount(RouterBuilder builder);

    /** What the contract does not speak of, such as another protocol's address; most nouns have nothing. */
    default void mountBeside(Router router) {}
}
