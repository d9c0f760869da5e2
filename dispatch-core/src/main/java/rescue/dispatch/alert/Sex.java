package rescue.dispatch.alert;

/** As far as it changes treatment, or helps to tell two patients apart. */
public enum Sex {
    MALE,
    FEMALE
}
