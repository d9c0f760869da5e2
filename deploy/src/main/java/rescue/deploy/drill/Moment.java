package rescue.deploy.drill;

import java.time.Duration;

/**
 * One moment of the shift.
 *
 * @param at since its beginning
 * @param isWatched false while the first minutes are played at once: nobody could work along yet
 */
record Moment(Duration at, boolean isWatched, Board board) {

    /** Whether something that was seen then and takes so long is due now. */
    boolean isPast(Duration seen, Duration takes) {
        return at.compareTo(seen.plus(takes)) >= 0;
    }
}
