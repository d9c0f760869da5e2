package rescue.dispatch.account;

/** What somebody may do; the table of who may call what is {@code Permissions}. */
public enum Role {
    OPERATOR,
    SUPERVISOR,
    /** Acts for one unit only. */
    CREW,
    /** Acts for one hospital only. */
    HOSPITAL,
    COMMITTEE,
    /** Police, transport, health, finance. */
    SECTOR,
    ADMIN;

    /** The dispatch desk: may act for every unit. */
    public boolean isDesk() {
        return this == OPERATOR || this == SUPERVISOR;
    }
}
