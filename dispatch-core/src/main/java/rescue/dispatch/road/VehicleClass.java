package rescue.dispatch.road;

/** What a stretch of road must carry. A road closure may leave it passable for some classes. */
public enum VehicleClass {
    /** A van-sized ambulance, two-wheel drive: the default unit. */
    AMBULANCE,
    /** A four-wheel-drive ambulance or rescue car. */
    FOUR_BY_FOUR,
    MOTORBIKE
}
