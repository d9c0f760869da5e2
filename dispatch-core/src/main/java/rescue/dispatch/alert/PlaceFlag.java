package rescue.dispatch.alert;

/** What is wrong with a place as told. An alert is taken all the same; the flag is what the operator must ask about. */
public enum PlaceFlag {
    /** No place was told at all. */
    NO_PLACE,
    /** Coordinates that are no point on Earth, or not numbers. */
    INVALID_COORDINATES,
    /** (0, 0): a receiver without a fix. */
    NULL_ISLAND,
    OUTSIDE_MAP,
    /** Farther from every road than an ambulance's crew walks with a stretcher. */
    FAR_FROM_ROAD,
    ROAD_UNKNOWN,
    KM_BEYOND_END,
    PLUS_CODE_INVALID,
    /** Only words; nobody has put them on the map yet. */
    PLACE_TEXT_ONLY
}
