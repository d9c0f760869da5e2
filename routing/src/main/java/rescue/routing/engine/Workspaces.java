package rescue.routing.engine;

import java.util.ArrayDeque;
import rescue.routing.cch.Hierarchy;

/** Workspaces for as many questions as run at once: some megabytes each, so they are handed on, not made anew. */
final class Workspaces {

    private final Hierarchy hierarchy;

    /** Never longer than the number of threads that ask at the same time. */
    private final ArrayDeque<Workspace> free = new ArrayDeque<>();

    Workspaces(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    Workspace take() {
        synchronized (free) {
            Workspace taken = free.pollLast();
            if (taken != null) {
                return taken;
            }
        }
        return new Workspace(hierarchy);
    }

    void giveBack(Workspace workspace) {
        synchronized (free) {
            free.addLast(workspace);
        }
    }
}
