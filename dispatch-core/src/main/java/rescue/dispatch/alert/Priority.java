package rescue.dispatch.alert;

/** How urgent an incident is. The order of the constants is the order of urgency. */
public enum Priority {
    /** Life in danger now. */
    P1,
    /** Hurt, or nobody knows. */
    P2,
    /** Can wait for a unit that is not needed elsewhere. */
    P3,
    /** No one to treat. */
    P4
}
