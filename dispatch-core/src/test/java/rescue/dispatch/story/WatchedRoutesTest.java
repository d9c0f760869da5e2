package rescue.dispatch.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.assignment.AssignmentStatus.ACKNOWLEDGED;
import static rescue.dispatch.assignment.AssignmentStatus.EN_ROUTE;
import static rescue.dispatch.assignment.AssignmentStatus.LEFT_SCENE;
import static rescue.dispatch.assignment.AssignmentStatus.ON_SCENE;
import static rescue.dispatch.unit.Capability.BLS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.CutOff;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.RouteChanged;
import rescue.dispatch.incident.IncidentEvent.UnitCutOff;

/** The scene is at minute 100, the unit's station forty minutes south of it, the hospital thirty north; two nodes watch. */
final class WatchedRoutesTest {

    private final Town town = new Town().unit("A1", 60, BLS).hospital("Gan", 130, 5);
    private final UUID crash = town.alert("TRAFFIC_COLLISION", 100);

    @BeforeEach
    void a_unit_is_on_its_way() {
        town.routesAreWatched();
        town.assign(crash, "A1", "Gan");
        town.presses("A1", ACKNOWLEDGED, EN_ROUTE);
        town.passes(10);
        town.isAt("A1", 70);
    }

    @Test
    void a_landslide_ahead_is_told_once_with_the_new_time() {
        town.bypass(12);
        town.landslideAt(80);
        town.routesAreWatched();

        assertEquals("SCENE 30 -> 42 QL4D Km80+000: landslide", told());
        assertEquals(town.now().plus(Duration.ofMinutes(42)), atScene());
        assertEquals(town.now().plus(Duration.ofMinutes(42 + 15 + 30)), atHospital(), "the hospital waits as long");
    }

    @Test
    void a_landslide_behind_is_no_news() {
        town.landslideAt(65);
        town.routesAreWatched();

        assertEquals("", told());
    }

    @Test
    void a_unit_that_strays_or_is_late_is_no_news() {
        town.bypass(12);
        town.isAt("A1", 20);
        town.landslideAt(10);
        town.routesAreWatched();

        assertEquals("", told());
    }

    @Test
    void a_landslide_on_the_second_leg_is_told_before_it_is_driven() {
        town.bypass(12);
        town.landslideAt(110);
        town.routesAreWatched();

        assertEquals("HOSPITAL 30 -> 42 QL4D Km110+000: landslide", told());
    }

    @Test
    void where_no_way_is_left_it_is_told_how_far_the_unit_gets_and_when_there_is_one_again() {
        town.landslideAt(80);
        town.routesAreWatched();
        assertEquals("SCENE cut off after 10 QL4D Km80+000: landslide", told());
        assertEquals(true, assignment().isCutOff(Leg.SCENE));
        assertEquals(null, atScene());
        assertEquals(null, atHospital(), "nobody knows when it comes");

        town.routesAreWatched();
        town.passes(5);
        town.isAt("A1", 75);
        town.everyRoadIsOpenAgain();
        town.routesAreWatched();

        assertEquals("SCENE cut off after 10 QL4D Km80+000: landslide, SCENE - -> 25 QL4D Km80+000: landslide", told());
        assertEquals(false, assignment().isCutOff(Leg.SCENE));
        assertEquals(town.now().plus(Duration.ofMinutes(25)), atScene());
    }

    @Test
    void a_road_that_opens_is_told_when_it_saves_minutes() {
        town.bypass(12);
        town.landslideAt(80);
        town.routesAreWatched();
        town.everyRoadIsOpenAgain();
        town.routesAreWatched();

        assertEquals("SCENE 30 -> 42 QL4D Km80+000: landslide, SCENE 42 -> 30 QL4D Km80+000: landslide", told());
    }

    @Test
    void an_order_that_was_given_on_the_new_roads_needs_no_word() {
        town.unit("A2", 50, BLS);
        UUID fall = town.alert("FALL", 95);
        town.bypass(12);
        town.landslideAt(80);
        town.assign(fall, "A2", "Gan");
        town.routesAreWatched();

        assertEquals(
                List.of(),
                town.incident(fall).timeline().stream()
                        .filter(entry -> entry.event() instanceof RouteChanged)
                        .toList());
    }

    @Test
    void an_order_into_a_cut_off_place_is_told_as_such() {
        town.landslideAt(110);
        town.routesAreWatched();
        town.unit("A2", 120, BLS);
        UUID fall = town.alert("FALL", 96);
        town.assign(fall, "A2", null, "nobody else");
        town.landslideAt(5);
        town.routesAreWatched();

        assertEquals(true, town.incident(fall).assignments().get(0).isCutOff(Leg.SCENE));
    }

    @Test
    void whoever_is_on_scene_hears_only_of_the_way_on() {
        town.presses("A1", ON_SCENE);
        town.bypass(12);
        town.landslideAt(80);
        town.landslideAt(110);
        town.routesAreWatched();

        assertEquals("HOSPITAL 30 -> 42 QL4D Km110+000: landslide", told());
    }

    @Test
    void whoever_carries_a_patient_is_led_from_where_it_is() {
        town.presses("A1", ON_SCENE, LEFT_SCENE);
        town.isAt("A1", 105);
        town.bypass(12);
        town.landslideAt(110);
        town.routesAreWatched();

        assertEquals("HOSPITAL 25 -> 37 QL4D Km110+000: landslide", told());
        assertEquals(town.now().plus(Duration.ofMinutes(37)), atHospital());
    }

    @Test
    void a_press_that_comes_in_between_is_not_lost_and_neither_is_the_news() {
        town.bypass(12);
        town.landslideAt(110);
        town.meanwhile(() -> town.press("A1", ON_SCENE));
        town.routesAreWatched();

        assertEquals("HOSPITAL 30 -> 42 QL4D Km110+000: landslide", told());
        assertEquals(ON_SCENE, assignment().status());
    }

    @Test
    void whoever_has_arrived_meanwhile_is_told_nothing() {
        town.bypass(12);
        town.landslideAt(80);
        town.meanwhile(() -> town.press("A1", ON_SCENE));
        town.routesAreWatched();

        assertEquals("", told());
    }

    /** What was told of the crash's routes, in order. */
    private String told() {
        return town.incident(crash).timeline().stream()
                .map(entry -> entry.event())
                .map(event -> event instanceof RouteChanged changed
                        ? told(changed.leg(), changed.notice())
                        : event instanceof UnitCutOff cutOff ? told(cutOff.leg(), cutOff.notice()) : "")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String told(Leg leg, RouteNotice notice) {
        CutOff cutOff = notice.cutOff();
        String what = cutOff == null
                ? minutes(notice.before()) + " -> " + minutes(notice.now())
                : "cut off after " + minutes(cutOff.drive());
        return leg + " " + what + " " + notice.why();
    }

    private static String minutes(@Nullable Duration duration) {
        return duration == null ? "-" : String.valueOf(duration.toMinutes());
    }

    private Assignment assignment() {
        return town.incident(crash).assignments().get(0);
    }

    private @Nullable Instant atScene() {
        Incident incident = town.incident(crash);
        return ExpectedArrival.atScene(incident, assignment())
                .map(ExpectedArrival::p50)
                .orElse(null);
    }

    private @Nullable Instant atHospital() {
        return ExpectedArrival.of(town.incident(crash), assignment())
                .map(ExpectedArrival::p50)
                .orElse(null);
    }
}
