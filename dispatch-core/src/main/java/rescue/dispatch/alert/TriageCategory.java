package rescue.dispatch.alert;

/** Triage colours as START and SALT use them; in Vietnamese đỏ, vàng, xanh, đen. */
public enum TriageCategory {
    /** Immediate. */
    RED,
    /** Delayed. */
    YELLOW,
    /** Minor, walking. */
    GREEN,
    /** Dead or expectant. */
    BLACK
}
