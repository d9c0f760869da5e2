package rescue.dispatch.incident;

/**
 * One event in its place.
 *
 * @param version the incident's version after it: 1, 2, 3 … without a gap
 */
public record TimelineEntry(long version, IncidentEvent event) {}
