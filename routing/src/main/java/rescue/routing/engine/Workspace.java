package rescue.routing.engine;

import rescue.routing.cch.EliminationTreeLabel;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.Rphast;
import rescue.routing.cch.ShortestPath;

/** Whatever one thread needs to answer a question: made once, used again and again, so that a ranking allocates nothing. */
final class Workspace {

    final Ends ends = new Ends();
    final Ends otherEnds = new Ends();
    final EliminationTreeLabel label;
    final Rphast rphast;
    final ShortestPath path;
    int[] missing = new int[64];

    Workspace(Hierarchy hierarchy) {
        label = new EliminationTreeLabel(hierarchy);
        rphast = new Rphast(hierarchy);
        path = new ShortestPath(hierarchy);
    }
}
