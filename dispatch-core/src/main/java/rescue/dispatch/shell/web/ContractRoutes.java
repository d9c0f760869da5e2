package rescue.dispatch.shell.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.openapi.router.RouterBuilder;

/** {@code /openapi.yaml}: the contract itself. */
final class ContractRoutes implements ApiRoutes {

    private final String text = Contract.text();

    @Override
    public void mount(RouterBuilder builder) {
        builder.getRoute("getContract")
                .addHandler(ctx -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(text));
    }
}
