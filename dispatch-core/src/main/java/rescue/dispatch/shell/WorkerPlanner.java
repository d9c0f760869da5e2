package rescue.dispatch.shell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.CasualtyPolicy;
import rescue.dispatch.plan.RescueScene;
import rescue.dispatch.port.CasualtyPlanner;

/** Plans on threads of their own, so that nothing else waits for a plan, and ten plans at once do not take the machine. */
public final class WorkerPlanner implements CasualtyPlanner {

    /** Two desks that press at once do not wait for each other. */
    private static final int THREADS = 2;

    private final WorkerExecutor workers;

    public WorkerPlanner(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("casualty-plan", THREADS);
    }

    @Override
    public Future<CasualtyPlan> plan(RescueScene scene) {
        return workers.executeBlocking(() -> CasualtyPolicy.decide(scene), false);
    }
}
