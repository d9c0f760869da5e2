package rescue.dispatch.plan;

import java.util.List;

/**
 * Somebody for whom the plan has no seat or no bed. Prints itself through the phrases {@code waiting.CODE}.
 *
 * @param args what the sentence needs, in the order of its placeholders
 */
public record LeftWaiting(Casualty patient, Code code, List<String> args) {

    /** Why. */
    public enum Code {
        /** Black: whoever is there looks after him when the others are gone. */
        BEYOND_HELP,
        /** No unit is free, or none gets there. */
        NO_UNIT,
        /** No hospital that could receive him has what he needs, is open and can be reached. */
        NO_HOSPITAL,
        /** Args: the bed kind. Every one that can be reached is filled by this plan. */
        NO_BED,
        /** Args: how often each unit drives. All of them are full as often as that. */
        NO_SEAT,
        /** More are hurt than one plan holds: he comes when the first are gone. */
        NEXT_PLAN
    }

    public LeftWaiting {
        args = List.copyOf(args);
    }
}
