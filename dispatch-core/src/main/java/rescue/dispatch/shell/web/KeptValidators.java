package rescue.dispatch.shell.web;

import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A contract whose validators are made once. The library makes one for every parameter of every request, and each copies all
 * schemas of the contract: a third of the server's processor time, growing with the contract. A validator only reads, so it
 * may be kept and shared.
 */
final class KeptValidators {

    private KeptValidators() {}

    static OpenAPIContract of(OpenAPIContract contract) {
        SchemaRepository keeping = keeping(contract.getSchemaRepository());
        return proxy(
                OpenAPIContract.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getSchemaRepository") ? keeping : call(contract, method, arguments));
    }

    private static SchemaRepository keeping(SchemaRepository repository) {
        // By identity: a contract's schemas are there once and for all, and comparing them would cost more than it
        // saves.
        Map<JsonSchema, Validator> kept = Collections.synchronizedMap(new IdentityHashMap<>());
        return proxy(
                SchemaRepository.class,
                (proxy, method, arguments) -> isForSchema(method)
                        ? kept.computeIfAbsent((JsonSchema) arguments[0], repository::validator)
                        : call(repository, method, arguments));
    }

    private static boolean isForSchema(Method method) {
        return method.getName().equals("validator")
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == JsonSchema.class;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
