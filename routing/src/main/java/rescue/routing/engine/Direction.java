package rescue.routing.engine;

/** Whether a search runs with the traffic, from where vehicles start, or against it, from where they want to go. */
public enum Direction {
    FORWARD,
    BACKWARD;

    Direction opposite() {
        return this == FORWARD ? BACKWARD : FORWARD;
    }
}
