package rescue.dispatch.decision;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a unit stays at the scene. The same for all units, so it changes the figure, not the order. */
public final class OnSceneTime {

    /** Assumed: pre-hospital trauma guidance aims at ten minutes, mountain slopes take five more. */
    private static final Duration USUAL = Duration.ofMinutes(15);

    /** Assumed: cutting someone out of a vehicle. */
    private static final Duration EXTRICATION = Duration.ofMinutes(20);

    private OnSceneTime() {}

    public static Duration expected(@Nullable Integer trapped) {
        return trapped != null && trapped > 0 ? USUAL.plus(EXTRICATION) : USUAL;
    }
}
