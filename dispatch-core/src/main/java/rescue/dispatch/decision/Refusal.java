package rescue.dispatch.decision;

import java.util.List;

/**
 * Why a unit or a hospital was left out. Prints itself through the phrases {@code refusal.CODE}.
 *
 * @param subject what kind of thing was left out
 * @param id its id
 * @param name what people call it
 * @param code which rule said no
 * @param args what the sentence needs, in the order of its placeholders
 */
public record Refusal(Subject subject, String id, String name, Code code, List<String> args) {

    /** What was left out. */
    public enum Subject {
        UNIT,
        HOSPITAL
    }

    /** One entry for every rule that can say no. */
    public enum Code {
        /** Args: what the unit is doing (a {@code UnitStatus}). */
        BUSY,
        OUT_OF_SERVICE,
        /** Args: the missing capabilities. */
        LACKS_CAPABILITY,
        /** No road leads there now. */
        CUT_OFF,
        EMS_CLOSED,
        DECLINED,
        /** A transfer goes only where it was accepted. */
        NOT_ACCEPTED,
        /** Args: the missing services. */
        LACKS_SERVICE,
        /** Args: the bed kind, how many reported, how many held. */
        NO_BED,
        /** It could, but the options named are better. Args: minutes until the patient is in care with it, at best. */
        OUTRANKED
    }

    public Refusal {
        args = List.copyOf(args);
    }
}
