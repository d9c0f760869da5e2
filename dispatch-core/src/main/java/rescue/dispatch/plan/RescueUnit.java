package rescue.dispatch.plan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.UnitCandidate;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.unit.Unit;

/**
 * A unit that can take part.
 *
 * @param atScene from now until it is at the scene
 * @param backFrom the hospital that it brings somebody of this incident to first; null when it is free now
 */
public record RescueUnit(
        UnitCandidate candidate, Duration atScene, @Nullable Hospital backFrom) {

    /** Assumed: from arrival at a hospital until it drives off again, handed over, cleaned, filled up. */
    public static final Duration HANDOVER = Duration.ofMinutes(15);

    /** One that is free. */
    public static RescueUnit free(UnitCandidate candidate, Instant now) {
        Duration turnout = candidate.unit().station().turnout().at(now);
        return new RescueUnit(
                candidate, turnout.plus(candidate.toScene().orElseThrow().time()), null);
    }

    public Unit unit() {
        return candidate.unit();
    }

    public boolean isFree() {
        return backFrom == null;
    }
}
