package rescue.dispatch.port;

import io.vertx.core.Future;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.RescueScene;

/** Thinks a plan for many out, beside the event loop: it may take a second. */
@FunctionalInterface
public interface CasualtyPlanner {

    Future<CasualtyPlan> plan(RescueScene scene);
}
