package rescue.routing.engine;

/**
 * A turn that drivers may not make (OpenStreetMap's restriction relations).
 *
 * @param fromKey the edge on which they come to a junction, in the direction in which they drive it
 * @param toKey the edge on which they may not leave it
 */
public record TurnBan(int fromKey, int toKey) {}
