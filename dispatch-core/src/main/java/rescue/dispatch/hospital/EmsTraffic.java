package rescue.dispatch.hospital;

/** Whether ambulances may come, as EDXL-HAVE names it. */
public enum EmsTraffic {
    NORMAL,
    /** May come, but should expect to wait. */
    ADVISORY,
    CLOSED
}
