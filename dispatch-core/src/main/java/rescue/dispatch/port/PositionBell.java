package rescue.dispatch.port;

import rescue.dispatch.unit.AvlFix;

/** Rung when a unit was seen somewhere: thousands a minute, so past the log, straight to the screens that are open. */
@FunctionalInterface
public interface PositionBell {

    void moved(String unitId, AvlFix fix);
}
