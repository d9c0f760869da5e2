package rescue.dispatch.road;

/** Why a road map is not used. One entry for every sentence that mends something else. */
public enum MapFault {
    /** There is no such file or folder. */
    MISSING,
    /** It is there and may not, or cannot, be read. */
    UNREADABLE,
    /** It is a file of another kind. */
    NOT_A_MAP,
    /** It ends too soon, as a broken download does. */
    CUT_OFF,
    /** It is a map, and holds no road. */
    NO_ROADS,
    /** None of the province's stations lies on it. */
    OTHER_REGION,
    /** The road book has a row that cannot be used. */
    BROKEN_ROAD_BOOK,
    /** A vehicle's custom model cannot be used. */
    BROKEN_MODEL,
    /** The folder of prepared maps cannot be written: full, or not ours. */
    CANNOT_WRITE,
    /** It needs more memory than this process has. */
    TOO_LARGE,
    /** The importer stopped for another reason, which stands in the log. */
    IMPORT_FAILED
}
