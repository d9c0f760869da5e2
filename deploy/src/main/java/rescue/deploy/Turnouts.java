package rescue.deploy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rescue.deploy.province.StationRow;
import rescue.deploy.province.TurnoutRow;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;

/** From the rows of {@code turnout.csv} to the hours of each station. */
final class Turnouts {

    /** For hours that nobody gave a figure for: two minutes by day, twice that when the crew is asleep; assumed. */
    private static final Duration WITHOUT_FIGURES = Duration.ofMinutes(4);

    private static final String EVERY_STATION = "*";

    private static final int HOURS = 24;

    private Turnouts() {}

    static Station station(StationRow row, List<TurnoutRow> turnouts, ZoneId zone) {
        return new Station(row.id(), row.name(), row.at(), new Turnout(byHour(row.id(), turnouts), zone));
    }

    /** Where rows overlap the longer time holds: what is promised must be kept. */
    private static List<Integer> byHour(String station, List<TurnoutRow> turnouts) {
        boolean hasOwn = turnouts.stream().anyMatch(row -> row.station().equals(station));
        String wanted = hasOwn ? station : EVERY_STATION;
        List<Integer> seconds = new ArrayList<>(Collections.nCopies(HOURS, 0));
        for (TurnoutRow row : turnouts) {
            if (row.station().equals(wanted)) {
                for (int hour = row.fromHour(); hour < row.toHour(); hour++) {
                    seconds.set(hour, Math.max(seconds.get(hour), (int)
                            row.turnout().toSeconds()));
                }
            }
        }
        seconds.replaceAll(given -> given == 0 ? (int) WITHOUT_FIGURES.toSeconds() : given);
        return seconds;
    }
}
