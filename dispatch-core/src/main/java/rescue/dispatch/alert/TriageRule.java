package rescue.dispatch.alert;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The colour that findings mean, by the two methods in use; empty while not enough was looked at. The tablet finds the
 * colour itself, without a network; {@code web/test/triage-cases.json} holds both to the same table. What was not looked
 * at is never taken for good: one bad sign is enough for red, all signs must be seen for yellow.
 *
 * <p>START: Simple Triage and Rapid Treatment, G. Super, Hoag Memorial Hospital, 1983, revised by C. Benson, K. Koenig and
 * C. Schultz 1996. SALT: Sort, Assess, Lifesaving interventions, Treatment/transport, E. B. Lerner et al., Disaster
 * Medicine and Public Health Preparedness 2 (2008) S25–S34.
 */
public final class TriageRule {

    /** START: more breaths than this a minute are red. */
    private static final int RESPIRATIONS_MOST = 30;

    /** START: a nail that needs longer than this to be pink again is red. */
    private static final double REFILL_LONGEST_S = 2;

    private TriageRule() {}

    /** By that method. */
    public static Optional<TriageCategory> colour(TriageMethod method, TriageFindings findings) {
        return switch (method) {
            case START -> start(findings);
            case SALT -> salt(findings);
        };
    }

    /** Walks: green. Does not breathe: black, or red if an open airway helps. Breath, pulse, mind: one bad is red. */
    static Optional<TriageCategory> start(TriageFindings found) {
        if (yes(found.walks())) {
            return Optional.of(TriageCategory.GREEN);
        }
        if (doesNotBreathe(found)) {
            return choose(found.breathesAfterAirway(), TriageCategory.RED, TriageCategory.BLACK);
        }
        if (!breathes(found)) {
            return Optional.empty();
        }
        Integer respirations = found.respirationsPerMin();
        Double refill = found.capillaryRefillS();
        if ((respirations != null && respirations > RESPIRATIONS_MOST)
                || no(found.radialPulse())
                || (refill != null && refill > REFILL_LONGEST_S)
                || no(found.obeysCommands())) {
            return Optional.of(TriageCategory.RED);
        }
        boolean perfused = yes(found.radialPulse()) || refill != null;
        boolean allSeen = no(found.walks()) && respirations != null && perfused && yes(found.obeysCommands());
        return allSeen ? Optional.of(TriageCategory.YELLOW) : Optional.empty();
    }

    /** Does not breathe: black. All four signs good: green or yellow, by the injuries. One bad: red, or black if hopeless. */
    static Optional<TriageCategory> salt(TriageFindings found) {
        if (doesNotBreathe(found) && !yes(found.breathesAfterAirway())) {
            return no(found.breathesAfterAirway()) ? Optional.of(TriageCategory.BLACK) : Optional.empty();
        }
        if (!breathes(found)) {
            return Optional.empty();
        }
        if (no(found.obeysCommands())
                || no(found.radialPulse())
                || yes(found.respiratoryDistress())
                || no(found.majorBleedingControlled())) {
            return choose(found.likelyToSurvive(), TriageCategory.RED, TriageCategory.BLACK);
        }
        boolean allGood = yes(found.obeysCommands())
                && yes(found.radialPulse())
                && no(found.respiratoryDistress())
                && yes(found.majorBleedingControlled());
        return allGood
                ? choose(found.minorInjuriesOnly(), TriageCategory.GREEN, TriageCategory.YELLOW)
                : Optional.empty();
    }

    /** A count of no breaths says the same as the word. */
    private static boolean doesNotBreathe(TriageFindings found) {
        return no(found.breathes()) || Integer.valueOf(0).equals(found.respirationsPerMin());
    }

    /** Whether somebody saw it; whoever does as he is told breathes. */
    private static boolean breathes(TriageFindings found) {
        Integer respirations = found.respirationsPerMin();
        return yes(found.breathes())
                || yes(found.breathesAfterAirway())
                || (respirations != null && respirations > 0)
                || yes(found.obeysCommands());
    }

    private static Optional<TriageCategory> choose(@Nullable Boolean seen, TriageCategory ifSo, TriageCategory ifNot) {
        return Optional.ofNullable(seen).map(is -> is ? ifSo : ifNot);
    }

    private static boolean yes(@Nullable Boolean seen) {
        return Boolean.TRUE.equals(seen);
    }

    private static boolean no(@Nullable Boolean seen) {
        return Boolean.FALSE.equals(seen);
    }
}
