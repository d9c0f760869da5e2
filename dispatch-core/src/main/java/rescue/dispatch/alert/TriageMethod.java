package rescue.dispatch.alert;

/** By which rule a colour was found; both are in {@link TriageRule}. */
public enum TriageMethod {
    START,
    SALT
}
