package rescue.dispatch.port;

import java.util.UUID;

/** The outcome of writing down what was decided: done, or who was faster. */
public sealed interface Appended {

    /** Written, durable. */
    record Done() implements Appended {}

    /** Somebody changed the incident first; decide again on what it is now. */
    record Stale() implements Appended {}

    /**
     * Another incident has the unit.
     *
     * @param incidentNumber the incident that has it
     */
    record UnitTaken(String unitId, UUID incidentId, String incidentNumber) implements Appended {}

    /** The last free bed of that kind was promised to somebody else. */
    record NoBed(String hospitalId) implements Appended {}

    /** That device has sent this press before. */
    record PressRepeated() implements Appended {}
}
