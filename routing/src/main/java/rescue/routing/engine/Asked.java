package rescue.routing.engine;

import java.util.List;
import java.util.Optional;

/**
 * A question that was answered, kept to be answered once more.
 *
 * @param labels the answer: what it costs between the scene and each of the others
 */
public record Asked(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre, List<Long> labels) {

    public Asked {
        others = List.copyOf(others);
        labels = List.copyOf(labels);
    }

    /** How the answer differs from a plain search on the same state of the roads, with all that is needed to ask again. */
    public Optional<String> disagreement() {
        RoadGraph graph = state.weights().graph();
        long[] plain = new PlainSearch(graph).labels(state, scene, others, othersAre);
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] != labels.get(i)) {
                wrong.append(", ")
                        .append(others.get(i))
                        .append(" answered ")
                        .append(labels.get(i))
                        .append(" plainly ")
                        .append(plain[i]);
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("scene " + scene + ", others are " + othersAre + ", closed " + state.closed() + wrong);
    }
}
