package rescue.dispatch.assignment;

import java.time.Instant;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;

/**
 * A bed promised to an assignment.
 *
 * @param expiresAt when it is given back by itself, by the database's clock
 */
public record Hold(BedKind kind, HoldState state, Instant expiresAt) {

    public Hold in(HoldState next) {
        return new Hold(kind, next, expiresAt);
    }

    /** Whether time alone gives the bed back: once the unit has arrived, it does not. */
    public boolean canExpire() {
        return state == HoldState.FIRM || state == HoldState.CONFIRMED;
    }

    /** Whether the bed is still kept for the unit. */
    public boolean isActive() {
        return switch (state) {
            case FIRM, CONFIRMED, ARRIVED -> true;
            case OCCUPIED, RELEASED, REFUSED, EXPIRED -> false;
        };
    }
}
