package rescue.dispatch.simulation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.ClosedChannelException;

/**
 * The line between a node and the store behind a port. A question may be lost, so may the answer to one that had its
 * effect, and a node that has crashed meanwhile never hears it; the store itself does one thing at a time, wholly.
 */
final class Line {

    /** After so long without an answer whoever asked gives up, and does not know whether it was done. */
    static final long GIVES_UP_MS = 5_000;

    /** One for all, as a stack trace each would be most of the work. */
    static final Exception UNHEARD = new ClosedChannelException();

    private final Turns turns;
    private final Weather weather;

    Line(Turns turns, Weather weather) {
        this.turns = turns;
        this.weather = weather;
    }

    /** The same port, at the other end of a line. */
    <P> P to(Class<P> port, P store, Life life) {
        Object far = Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, args) -> Future.class.isAssignableFrom(method.getReturnType())
                        ? ask(store, method, args, life)
                        : call(store, method, args));
        return port.cast(far);
    }

    private Future<Object> ask(Object store, Method method, Object[] args, Life life) {
        Promise<Object> answer = Promise.promise();
        Life asked = life.now();
        turns.in(GIVES_UP_MS, () -> asked.ifStill(life, () -> answer.tryFail(UNHEARD)));
        if (!weather.loses()) {
            turns.in(weather.delayMs(), () -> {
                Future<?> done = (Future<?>) call(store, method, args);
                if (!weather.loses()) {
                    turns.in(weather.delayMs(), () -> asked.ifStill(life, () -> complete(answer, done)));
                }
            });
        }
        return answer.future();
    }

    private static void complete(Promise<Object> answer, AsyncResult<?> done) {
        if (done.succeeded()) {
            answer.tryComplete(done.result());
        } else {
            answer.tryFail(done.cause());
        }
    }

    private static Object call(Object store, Method method, Object[] args) {
        try {
            return method.invoke(store, args);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException("the store failed in " + method.getName(), thrown.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Which life of a node: what was asked in an earlier one is answered to nobody. */
    static final class Life {

        private int number;

        /** As it is at this moment. */
        Life now() {
            Life copy = new Life();
            copy.number = number;
            return copy;
        }

        void ends() {
            number++;
        }

        void ifStill(Life life, Runnable then) {
            if (life.number == number) {
                then.run();
            }
        }
    }
}
