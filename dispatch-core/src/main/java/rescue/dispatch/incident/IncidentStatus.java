package rescue.dispatch.incident;

/** Where an incident stands. */
public enum IncidentStatus {
    OPEN,
    CLOSED,
    /** It was a second report of another incident; can be undone. */
    MERGED
}
