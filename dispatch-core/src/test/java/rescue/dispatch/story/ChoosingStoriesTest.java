package rescue.dispatch.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.unit.Capability.BLS;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two operators decide at the same moment. Gan, thirty minutes away, has one bed; Xa, sixty, has five. */
final class ChoosingStoriesTest {

    private static final long SCENE = 100;

    private final Town town = new Town()
            .unit("A1", 90, BLS)
            .unit("A2", 80, BLS)
            .hospital("Gan", 130, 1)
            .hospital("Xa", 40, 5);

    private final UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
    private final UUID fall = town.alert("FALL", SCENE);

    @Test
    void the_bed_that_one_is_choosing_is_not_recommended_to_the_other() {
        assertEquals("A1>Gan 57, A2>Gan 67, A1>Xa 87, A2>Xa 97", town.recommend(fall));
        assertEquals("a bed at Gan", town.chooses("Lan", crash, "Gan"));
        assertEquals("A1>Xa 87, A2>Xa 97; Gan NO_BED", town.recommend(fall));
        assertEquals("A1>Gan 57, A2>Gan 67, A1>Xa 87, A2>Xa 97", town.recommend(crash), "her own is free for her");
        assertEquals("none at Gan, Lan is choosing it", town.chooses("Huy", fall, "Gan"));
    }

    @Test
    void whoever_decides_has_it_and_the_other_is_told() {
        town.chooses("Lan", crash, "Gan");
        assertEquals("A1 goes to Gan", town.assign(fall, "A1", "Gan"), "a choice stops no decision");
        assertEquals("none at Gan", town.chooses("Lan", crash, "Gan"));
        assertEquals("NO_BED[Gan]; next best: A2>Xa 97; A1 BUSY, Gan NO_BED", town.assign(crash, "A2", "Gan"));
    }

    @Test
    void it_ends_when_she_looks_elsewhere_or_leaves_or_forgets_it() {
        town.chooses("Lan", crash, "Gan");
        assertEquals("a bed at Xa", town.chooses("Lan", crash, "Xa"));
        assertEquals("a bed at Gan", town.chooses("Huy", fall, "Gan"));
        assertEquals("nothing", town.chooses("Lan", fall, null));
        assertEquals("none at Gan, Huy is choosing it", town.chooses("Lan", crash, "Gan"), "only Huy gives his back");
        assertEquals("nothing", town.chooses("Huy", fall, null));
        assertEquals("a bed at Gan", town.chooses("Lan", crash, "Gan"));
        town.passes(1);
        assertEquals("none at Gan, Lan is choosing it", town.chooses("Huy", fall, "Gan"));
        town.passes(1);
        assertEquals("a bed at Gan", town.chooses("Huy", fall, "Gan"), "after a minute and a half it is anybody's");
    }

    @Test
    void what_does_not_exist_is_said_and_nobody_to_carry_needs_no_bed() {
        assertEquals("HOSPITAL_UNKNOWN[Dau]", town.chooses("Lan", crash, "Dau"));
        UUID nobody = Samples.id("nobody");
        assertEquals("INCIDENT_UNKNOWN[" + nobody + "]", town.chooses("Lan", nobody, "Gan"));
        town.close(crash);
        assertEquals("nothing", town.chooses("Lan", crash, "Gan"));
    }
}
