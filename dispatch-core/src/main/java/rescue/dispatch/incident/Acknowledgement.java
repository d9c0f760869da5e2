package rescue.dispatch.incident;

import java.time.Instant;

/**
 * Somebody at the desk has taken notice.
 *
 * @param by the account that did
 */
public record Acknowledgement(Instant at, String by) {}
