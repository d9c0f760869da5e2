package rescue.dispatch.hospital;

/** The way on which a hospital's word reached us; read by people who judge how far to believe it. */
public enum ReportSource {
    /** The hospitals' page. */
    PAGE,
    /** A text message from a registered telephone. */
    SMS,
    /** A telephone call, written down by an operator. */
    PHONE,
    /** An EDXL-HAVE message of the hospital's own system. */
    EDXL,
    /** A FHIR resource of the hospital's own system. */
    FHIR,
    /** The hospital's own program, over the same interface as the page. */
    API
}
