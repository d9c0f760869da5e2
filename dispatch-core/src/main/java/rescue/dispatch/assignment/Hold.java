package rescue.dispatch.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;

/**
 * The bed, or the beds, of one hospital that are promised to an assignment; they live and end together.
 *
 * @param kind of the bed for the gravest patient on board
 * @param expiresAt when they are given back by themselves, by the database's clock
 * @param besides how many more, by kind, for those who ride along
 */
public record Hold(
        BedKind kind,
        HoldState state,
        Instant expiresAt,
        @Nullable Map<BedKind, Integer> besides) {

    public Hold {
        besides = besides == null ? Map.of() : Map.copyOf(besides); // events from before there were several have none
    }

    /** One bed. */
    public Hold(BedKind kind, HoldState state, Instant expiresAt) {
        this(kind, state, expiresAt, Map.of());
    }

    public Hold in(HoldState next) {
        return new Hold(kind, next, expiresAt, besides);
    }

    @Override
    public Map<BedKind, Integer> besides() {
        return besides == null ? Map.of() : besides;
    }

    /** All of them by kind, in the order of their names, which is that in which they are taken. */
    public SortedMap<BedKind, Integer> beds() {
        SortedMap<BedKind, Integer> beds = new TreeMap<>(Comparator.comparing(BedKind::name));
        beds.putAll(besides());
        beds.merge(kind, 1, Integer::sum);
        return beds;
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
