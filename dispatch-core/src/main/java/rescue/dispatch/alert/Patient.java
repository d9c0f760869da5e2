package rescue.dispatch.alert;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person to care for, as far as known: a card that a crew wrote, or only a colour that the desk counted.
 *
 * @param triage the colour given at the scene or by telephone
 * @param note anything that helps whoever receives the patient
 * @param id of the card, chosen by the tablet that wrote it; null for whom the desk only counted
 * @param ageYears as said or guessed
 * @param method how the colour was found; null when it was simply given
 * @param findings what the colour rests on; null when nobody wrote it down
 */
public record Patient(
        TriageCategory triage,
        @Nullable String note,
        @Nullable String id,
        @Nullable Sex sex,
        @Nullable Integer ageYears,
        @Nullable TriageMethod method,
        @Nullable TriageFindings findings) {

    /** Somebody of whom no more is known than a colour. */
    public static Patient counted(TriageCategory triage, @Nullable String note) {
        return new Patient(triage, note, null, null, null, null, null);
    }

    /**
     * The colour that the method would have given for these findings, when that is another. Whoever kneels beside the
     * patient may know better, so it refuses nothing.
     */
    public Optional<TriageCategory> otherColourByMethod() {
        return method == null || findings == null
                ? Optional.empty()
                : TriageRule.colour(method, findings).filter(colour -> colour != triage);
    }
}
