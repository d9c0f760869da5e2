package rescue.dispatch.flow;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.Recommendation;

/**
 * What a use case answers: what was asked for, or a reason why not. A broken world (no database) is neither: that is a
 * failed future.
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused) {
            return done.apply(value);
        }
    }

    /**
     * It was not done.
     *
     * @param args what the sentence needs, in the order of its placeholders
     * @param nextBest what to do instead, when somebody was faster
     */
    record Refused<T>(
            RefusalCode code, List<String> args, @Nullable Recommendation nextBest) implements Outcome<T> {
        public Refused {
            args = List.copyOf(args);
        }

        /** The same refusal, of something else. */
        public <R> Refused<R> as() {
            return new Refused<>(code, args, nextBest);
        }

        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused) {
            return refused.apply(this);
        }
    }

    <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused);

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(RefusalCode code, Object... args) {
        return new Refused<>(code, Arrays.stream(args).map(String::valueOf).toList(), null);
    }
}
