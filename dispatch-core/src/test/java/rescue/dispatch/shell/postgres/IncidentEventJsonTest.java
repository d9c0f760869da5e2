package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.SampleEvents;

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
}
