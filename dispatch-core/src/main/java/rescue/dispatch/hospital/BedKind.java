package rescue.dispatch.hospital;

/** The kinds of bed that decide where a patient goes; a subset of EDXL-HAVE's bed types. */
public enum BedKind {
    EMERGENCY,
    /** Trauma or resuscitation bay. */
    TRAUMA,
    ICU,
    SURGERY,
    PAEDIATRIC,
    MATERNITY
}
