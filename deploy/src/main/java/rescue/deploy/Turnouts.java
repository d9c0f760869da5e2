package rescue.deploy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import rescue.deploy.province.StationRow;
import rescue.deploy.province.TurnoutRow;
import rescue.dispatch.unit.Station;

/** From the hours of {@code turnout.csv} to the one figure that a station has. */
final class Turnouts {

    /** For a province that has no figures: two minutes by day, twice that when the crew is asleep; assumed. */
    private static final Duration WITHOUT_FIGURES = Duration.ofMinutes(4);

    private static final String EVERY_STATION = "*";

    private Turnouts() {}

    /** The longest of the day: what is promised must hold at three in the morning too. */
    static Station station(StationRow row, List<TurnoutRow> turnouts) {
        return new Station(row.id(), row.name(), row.at(), longest(row.id(), turnouts));
    }

    private static Duration longest(String station, List<TurnoutRow> turnouts) {
        boolean hasOwn = turnouts.stream().anyMatch(row -> row.station().equals(station));
        String wanted = hasOwn ? station : EVERY_STATION;
        return turnouts.stream()
                .filter(row -> row.station().equals(wanted))
                .map(TurnoutRow::turnout)
                .max(Comparator.naturalOrder())
                .orElse(WITHOUT_FIGURES);
    }
}
