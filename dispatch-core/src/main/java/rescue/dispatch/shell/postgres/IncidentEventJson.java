package rescue.dispatch.shell.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rescue.dispatch.incident.IncidentEvent;

/**
 * The stored form of every event: a type name that never changes, and the record's components by name. A component that
 * is renamed orphans old rows: the golden rows in the tests hold the names.
 */
public final class IncidentEventJson {

    /** Spelled out, never class names: a class may be renamed, a stored name may not. */
    private static final Map<String, Class<? extends IncidentEvent>> TYPES = Map.ofEntries(
            Map.entry("IncidentOpened", IncidentEvent.IncidentOpened.class),
            Map.entry("AlertJoined", IncidentEvent.AlertJoined.class),
            Map.entry("IncidentRevised", IncidentEvent.IncidentRevised.class),
            Map.entry("UnitAssigned", IncidentEvent.UnitAssigned.class),
            Map.entry("UnitStatusRecorded", IncidentEvent.UnitStatusRecorded.class),
            Map.entry("PatientRecorded", IncidentEvent.PatientRecorded.class),
            Map.entry("PhotoAdded", IncidentEvent.PhotoAdded.class),
            Map.entry("PreArrivalAnswered", IncidentEvent.PreArrivalAnswered.class),
            Map.entry("DestinationChangeAsked", IncidentEvent.DestinationChangeAsked.class),
            Map.entry("DestinationKept", IncidentEvent.DestinationKept.class),
            Map.entry("DestinationChanged", IncidentEvent.DestinationChanged.class),
            Map.entry("HoldExpired", IncidentEvent.HoldExpired.class),
            Map.entry("RouteChanged", IncidentEvent.RouteChanged.class),
            Map.entry("UnitCutOff", IncidentEvent.UnitCutOff.class),
            Map.entry("TransferAnswered", IncidentEvent.TransferAnswered.class),
            Map.entry("TransferAskedAgain", IncidentEvent.TransferAskedAgain.class),
            Map.entry("TransferBedKept", IncidentEvent.TransferBedKept.class),
            Map.entry("MergedInto", IncidentEvent.MergedInto.class),
            Map.entry("IncidentAbsorbed", IncidentEvent.IncidentAbsorbed.class),
            Map.entry("MergeUndone", IncidentEvent.MergeUndone.class),
            Map.entry("IncidentClosed", IncidentEvent.IncidentClosed.class),
            Map.entry("IncidentReopened", IncidentEvent.IncidentReopened.class),
            Map.entry("IncidentAcknowledged", IncidentEvent.IncidentAcknowledged.class),
            Map.entry("NoteAdded", IncidentEvent.NoteAdded.class));

    private static final Map<Class<?>, String> NAMES = TYPES.entrySet().stream()
            .collect(Collectors.<Map.Entry<String, Class<? extends IncidentEvent>>, Class<?>, String>toMap(
                    Map.Entry::getValue, Map.Entry::getKey));

    /** Fields only: a record's other methods (isActive, free …) are derived and must not be stored. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private IncidentEventJson() {}

    /** The stored name of that event's type. */
    public static String type(IncidentEvent event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("an event without a stored name: " + event.getClass());
        }
        return name;
    }

    static String body(IncidentEvent event) {
        return write(event);
    }

    /** What was stored, as the domain has it. */
    public static IncidentEvent read(String type, String body) {
        Class<? extends IncidentEvent> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException("an event of a type that this version does not know: " + type);
        }
        return parse(body, known);
    }

    static String write(Object value) {
        return orFail(value, MAPPER::writeValueAsString);
    }

    static <T> T parse(String json, Class<T> type) {
        return orFail(json, text -> MAPPER.readValue(text, type));
    }

    private static <A, B> B orFail(A input, Attempt<A, B> attempt) {
        try {
            return attempt.apply(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be stored or read: " + e.getOriginalMessage(), e);
        }
    }

    /** As {@link Function}, for Jackson's checked exception. */
    @FunctionalInterface
    private interface Attempt<A, B> {
        B apply(A input) throws JsonProcessingException;
    }
}
