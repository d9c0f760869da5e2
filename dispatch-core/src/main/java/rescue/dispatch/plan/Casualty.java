package rescue.dispatch.plan;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TriageCategory;

/**
 * One patient of many.
 *
 * @param number his place among the incident's patients, from 1; those nobody has looked at come after them
 * @param colour of whoever was not looked at yet it is yellow: not so grave that he takes a doctor from a red one, not so
 *     light that he is left sitting
 * @param cardId of the card that a crew wrote; null when there is none
 * @param seen whether anybody has given that colour
 */
public record Casualty(
        int number, TriageCategory colour, @Nullable String cardId, boolean seen) {}
