package rescue.dispatch.unit;

/** What a unit is doing, as the board shows it. */
public enum UnitStatus {
    AVAILABLE,
    DISPATCHED,
    EN_ROUTE,
    ON_SCENE,
    TRANSPORTING,
    AT_HOSPITAL,
    OUT_OF_SERVICE
}
