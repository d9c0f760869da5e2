package rescue.dispatch.unit;

/** What a unit with its crew can do. */
public enum Capability {
    /** Basic life support: any staffed ambulance. */
    BLS,
    /** Advanced life support: a doctor or trained paramedic with airway, drugs, monitor. */
    ALS,
    /** Rope and terrain. */
    RESCUE,
    /** Cutting people out of vehicles. */
    EXTRICATION,
    OBSTETRIC,
    /** Boats and flood water. */
    WATER
}
