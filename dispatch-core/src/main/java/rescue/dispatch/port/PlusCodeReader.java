package rescue.dispatch.port;

import java.util.Optional;
import rescue.dispatch.geo.LatLon;

/** Reads Open Location Codes, the addresses of places that have none. */
@FunctionalInterface
public interface PlusCodeReader {

    /** The middle of what {@code code} means; empty when it is no code, or one too coarse to send anybody to. */
    Optional<LatLon> decode(String code);
}
