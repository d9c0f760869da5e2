package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;

/** From the station at 22.0 over 22.1 to the hospital at 22.2. */
class TrailTest {

    private static final LatLon STATION = new LatLon(22, 103);
    private static final LatLon SCENE = new LatLon(22.1, 103);
    private static final LatLon HOSPITAL = new LatLon(22.2, 103);
    private static final Duration LATER = Duration.ofHours(5);

    private final Trail trail = new Trail();

    @Test
    void leads_home_the_way_it_came() {
        trail.add(List.of(STATION, SCENE));
        trail.add(List.of(SCENE, HOSPITAL));

        Drive home = trail.home(Duration.ZERO);

        assertEquals(HOSPITAL, home.at(Duration.ZERO).at());
        assertEquals(STATION, home.at(LATER).at());
    }

    @Test
    void called_away_on_the_way_home_it_still_leads_to_the_station() {
        trail.add(List.of(STATION, SCENE, HOSPITAL));
        Drive home = trail.home(Duration.ZERO);
        Duration halfWay = Duration.ofSeconds(1_011); // 11 km of 22, at 11 m/s
        trail.turnedRound(home, halfWay);
        trail.add(List.of(home.at(halfWay).at(), new LatLon(22.15, 103.1)));

        Drive homeAgain = trail.home(Duration.ZERO);

        assertEquals(new LatLon(22.15, 103.1), homeAgain.at(Duration.ZERO).at());
        assertEquals(STATION, homeAgain.at(LATER).at());
    }

    @Test
    void who_is_home_has_nowhere_to_go() {
        trail.add(List.of(STATION, SCENE));
        trail.isHome();
        assertTrue(trail.isEmpty());
    }
}
