package rescue.dispatch.hospital;

/** What a hospital can do beyond giving a bed; each is there or not. */
public enum Service {
    TRAUMA_SURGERY,
    CT,
    BLOOD,
    ICU,
    VENTILATOR,
    NEUROSURGERY,
    BURNS,
    DIALYSIS,
    ANTIVENOM,
    OBSTETRICS,
    PAEDIATRICS
}
