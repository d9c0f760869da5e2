package rescue.dispatch.shell.gazetteer;

/** What a name names. The order is the order of answers that match equally well: most people mean the larger place. */
public enum PlaceKind {
    CITY,
    COMMUNE,
    TOWN,
    FACILITY,
    VILLAGE,
    HAMLET,
    NEIGHBOURHOOD,
    /** A peak, a pass, a locality: nobody lives there, somebody may have fallen there. */
    OTHER
}
