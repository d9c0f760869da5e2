package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.TravelSpread;

/** Whatever can happen can be stored and read again. */
class IncidentEventJsonTest {

    @Test
    void every_event_comes_back_as_it_was() {
        List<IncidentEvent> samples = SampleEvents.ofEveryKind();
        Set<Class<?>> sampled = samples.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.copyOf(Arrays.asList(IncidentEvent.class.getPermittedSubclasses())), sampled);
        for (IncidentEvent event : samples) {
            IncidentEvent read = IncidentEventJson.read(IncidentEventJson.type(event), IncidentEventJson.body(event));
            assertEquals(event, read);
        }
    }

    /** As the log wrote it before spreads were kept: such rows are never rewritten. */
    private static final String ASSIGNED_BEFORE_SPREADS = """
            {"assignmentId": "00000000-0000-0000-0000-000000000001", "unitId": "lc-01", "callSign": "LC-01",
             "vehicle": "AMBULANCE", "hospitalId": "BV01", "hospitalName": "BV01",
             "plan": {"turnout": "PT2M", "travel": "PT10M", "onScene": "PT15M", "transport": "PT30M",
                      "basis": "ROAD", "roadsVersion": 7},
             "at": "2026-07-02T09:30:00Z", "by": "operator"}
            """;

    @Test
    void a_plan_from_before_spreads_were_kept_has_the_spread_of_a_usual_road() {
        Plan plan = ((UnitAssigned) IncidentEventJson.read("UnitAssigned", ASSIGNED_BEFORE_SPREADS)).plan();

        assertEquals(Duration.ofMinutes(57), plan.timeToCare());
        assertEquals(TravelSpread.ofUnknownLength(Duration.ofMinutes(10), Travel.Basis.ROAD), plan.travelSpread());
        assertTrue(plan.timeToCareSpread().p90().compareTo(plan.timeToCare()) > 0);
        assertFalse(IncidentEventJson.write(plan).contains("P90"), "what was not known then is not written now");
    }
}
