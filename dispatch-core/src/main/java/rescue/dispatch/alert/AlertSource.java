package rescue.dispatch.alert;

/** The way by which an alert came in. */
public enum AlertSource {
    /** The public report page, or an app. */
    APP,
    /** A 115 call written down by an operator. */
    PHONE,
    SMS,
    /** Common Alerting Protocol 1.2 (OASIS). */
    CAP,
    /** A car's automatic call, EN 15722. */
    ECALL,
    /** Advanced Mobile Location, ETSI TS 103 625. */
    AML,
    SENSOR,
    /** A hospital asks for one of its own patients to be brought to another. */
    HOSPITAL
}
