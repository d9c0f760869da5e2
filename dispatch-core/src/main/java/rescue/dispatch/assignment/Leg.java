package rescue.dispatch.assignment;

/** Which part of a unit's journey. */
public enum Leg {
    /** To the scene. */
    SCENE,
    /** From the scene to the destination. */
    HOSPITAL
}
