package rescue.dispatch.decision;

import java.util.List;
import java.util.Optional;
import rescue.dispatch.road.Travel;

/**
 * What the operator is told: who should go and where to, best first, and why everybody else was left out.
 *
 * @param options empty when nobody can go
 * @param refusals one for every unit and hospital that was left out
 * @param basis {@code ESTIMATE} as soon as one driving time is only estimated
 * @param roadsVersion the state of the roads it rests on
 */
public record Recommendation(List<Option> options, List<Refusal> refusals, Travel.Basis basis, long roadsVersion) {

    public Recommendation {
        options = List.copyOf(options);
        refusals = List.copyOf(refusals);
    }

    public Optional<Option> findBest() {
        return options.stream().findFirst();
    }
}
