package rescue.deploy.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rescue.dispatch.geo.LatLon;

/** The way from a unit's station to where it is, as it came: that way it goes home, for nobody gives it another. */
final class Trail {

    /** An empty ambulance has no hurry: 40 km/h. */
    private static final double HOMEWARD_MPS = 11;

    private List<LatLon> fromStation = new ArrayList<>();

    void add(List<LatLon> driven) {
        fromStation.addAll(driven);
    }

    /** The drive back to the station. */
    Drive home(Duration start) {
        List<LatLon> back = new ArrayList<>(fromStation);
        Collections.reverse(back);
        return Drive.evenly(back, HOMEWARD_MPS, start);
    }

    /** It was called away on its way home. */
    void turnedRound(Drive home, Duration at) {
        fromStation = home.aheadReversed(at);
    }

    void isHome() {
        fromStation = new ArrayList<>();
    }

    boolean isEmpty() {
        return fromStation.isEmpty();
    }
}
