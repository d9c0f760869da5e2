package rescue.dispatch.hospital;

import java.time.Instant;
import java.util.UUID;

/**
 * A bed that somebody at a desk is just choosing for an incident: other desks see it as taken for as long. It stops no
 * decision that is made.
 *
 * @param incidentNumber as it is spoken
 * @param by who is choosing
 * @param until when it is anybody's again by itself, by the database's clock
 */
public record SoftHold(
        UUID incidentId, String incidentNumber, String hospitalId, BedKind bed, String by, Instant until) {}
