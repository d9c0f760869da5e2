package rescue.dispatch.decision;

import java.util.List;

/**
 * One sentence of an option's justification. Prints itself through the phrases {@code reason.CODE}.
 *
 * @param args what the sentence needs, in the order of its placeholders
 */
public record Reason(Code code, List<String> args) {

    /** One entry for every sentence. */
    public enum Code {
        /** Args: call sign, minutes of turnout, minutes of driving, km. */
        REACHES_SCENE,
        /** The same unit stays; only its destination is open. Args: call sign. */
        ALREADY_ASSIGNED,
        /** No road leads to the patient. Args: metres on foot, minutes there, minutes back with the stretcher. */
        WALKS,
        /** As {@link #WALKS}, and the map has a river between. */
        WALKS_ACROSS_RIVER,
        /** Args: hospital, minutes of driving, km. */
        REACHES_HOSPITAL,
        /** Args: the services needed that it has. */
        HAS_SERVICES,
        /** Args: bed kind, free beds. */
        HAS_BED,
        /** Args: hours since it was said. */
        CAPACITY_OLD,
        CAPACITY_UNKNOWN,
        EMS_ADVISORY,
        /** Args: minutes since the last fix. */
        POSITION_OLD,
        /** It never reported a position; its station is taken. */
        POSITION_ASSUMED,
        /** The driving times are straight-line estimates. */
        ESTIMATED,
        /** Nobody with the capabilities is free. Args: what this unit lacks. */
        SHORT_OF_CAPABILITY,
        /** No hospital fits: the unit goes, the destination stays open. */
        NO_HOSPITAL_FITS,
        /** Nobody is to be transported. */
        NO_TRANSPORT_NEEDED,
        /** It brings somebody to a hospital first. Args: call sign, hospital, minutes until it is at the scene again. */
        COMES_BACK,
        /** Args: call sign, which trip it is, minutes until it is at the scene again. */
        DRIVES_AGAIN,
        /** Args: how many. */
        RIDE_TOGETHER,
        /** Nobody on board can treat a red patient on the way. Args: call sign. */
        RED_UNTREATED,
        /** A hospital is nearer and lacks something. Args: hospital, minutes, the services. */
        NEARER_LACKS,
        /** Nearer, and full. Args: hospital, minutes, bed kind. */
        NEARER_FULL,
        /** Nearer, and closed to ambulances. Args: hospital, minutes. */
        NEARER_CLOSED,
        /** Nearer, and has declined. Args: hospital, minutes. */
        NEARER_DECLINED,
        /** Nearer, and its beds go to others of the same plan. Args: hospital, minutes, bed kind. */
        NEARER_GIVEN,
        /** Nearer, and nobody knows whether it has room. Args: hospital, minutes. */
        NEARER_DOUBTED
    }

    public Reason {
        args = List.copyOf(args);
    }

    /** With whatever its sentence needs. */
    public static Reason of(Code code, Object... args) {
        return new Reason(
                code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
