package rescue.dispatch.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo of an incident, without its picture.
 *
 * @param assignmentId whose crew took it; null when whoever reported did
 * @param at when it was taken, by the clock of the device, but never later than we had it
 * @param bytes of the picture as it is kept
 * @param sha256 of the same, in hex
 */
public record Photo(
        UUID id,
        UUID incidentId,
        @Nullable UUID assignmentId,
        Instant at,
        String by,
        @Nullable String note,
        int width,
        int height,
        int bytes,
        String sha256) {}
