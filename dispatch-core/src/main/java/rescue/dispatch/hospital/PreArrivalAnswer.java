package rescue.dispatch.hospital;

/** What a hospital says to a pre-arrival notice. */
public enum PreArrivalAnswer {
    ACCEPT,
    /** Yes, if what the reason says is heeded. */
    ACCEPT_IF,
    DECLINE
}
