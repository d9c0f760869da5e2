package rescue.dispatch.alert;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What a new alert does: it joins an open incident, or opens one, perhaps with a question to the operator. */
public sealed interface IntakeOutcome {

    /**
     * The alert is about an incident that is open already.
     *
     * @param distanceM metres between the two places
     */
    record Joins(UUID incidentId, double distanceM) implements IntakeOutcome {
        @Override
        public <T> T fold(Function<Joins, T> joins, Function<Opens, T> opens) {
            return joins.apply(this);
        }
    }

    /**
     * The alert opens an incident.
     *
     * @param perhapsTheSameAs open incidents that the operator should compare, nearest first; mostly empty
     */
    record Opens(List<UUID> perhapsTheSameAs) implements IntakeOutcome {
        public Opens {
            perhapsTheSameAs = List.copyOf(perhapsTheSameAs);
        }

        @Override
        public <T> T fold(Function<Joins, T> joins, Function<Opens, T> opens) {
            return opens.apply(this);
        }
    }

    <T> T fold(Function<Joins, T> joins, Function<Opens, T> opens);
}
