package rescue.dispatch.hospital;

/** The life of a promised bed. The last four give it back or use it up. */
public enum HoldState {
    /** Assigned; lasts until it expires by the database's clock. */
    FIRM,
    /** The hospital said yes. */
    CONFIRMED,
    ARRIVED,
    OCCUPIED,
    RELEASED,
    REFUSED,
    EXPIRED
}
