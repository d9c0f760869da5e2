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
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.PatientRecorded;
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

    /** As the log wrote it when a patient was a colour and a note. */
    private static final String REVISED_BEFORE_CARDS = """
            {"priority": "P1", "patients": [{"triage": "RED", "note": "gãy chân"}, {"triage": "GREEN"}],
             "at": "2026-07-02T09:30:00Z", "by": "operator"}
            """;

    @Test
    void patients_from_before_there_were_cards_are_those_whom_the_desk_counted() {
        IncidentRevised revised = (IncidentRevised) IncidentEventJson.read("IncidentRevised", REVISED_BEFORE_CARDS);

        assertEquals(
                List.of(Patient.counted(TriageCategory.RED, "gãy chân"), Patient.counted(TriageCategory.GREEN, null)),
                revised.patients());
    }

    /** As the log writes it: the names of its parts never change. */
    private static final String A_CARD = """
            {"assignmentId": "00000000-0000-0000-0000-000000000001",
             "patient": {"triage": "RED", "id": "c1", "sex": "FEMALE", "ageYears": 61, "method": "SALT",
                         "findings": {"breathes": true, "radialPulse": false, "likelyToSurvive": true}},
             "priority": "P1", "needs": {"capabilities": ["ALS"], "services": ["ICU"], "bed": "ICU"},
             "recordedAt": "2026-07-02T09:29:00Z", "deviceId": "tablet", "seq": 7,
             "at": "2026-07-02T09:30:00Z", "by": "crew-LC-01"}
            """;

    @Test
    void a_card_is_read_as_it_was_written() throws Exception {
        PatientRecorded card = (PatientRecorded) IncidentEventJson.read("PatientRecorded", A_CARD);

        assertEquals(61, card.patient().ageYears());
        assertEquals(Boolean.FALSE, card.patient().findings().radialPulse());
        assertEquals(
                IncidentEventJson.MAPPER.readTree(A_CARD),
                IncidentEventJson.MAPPER.readTree(IncidentEventJson.body(card)));
    }

    /** The part of an opening that a ward wrote; its names never change either. */
    private static final String A_TRANSFER = """
            {"fromId": "huyen", "fromName": "huyen", "toId": "tinh", "toName": "tinh",
             "patient": {"triage": "RED", "note": "cannot breathe", "sex": "FEMALE", "ageYears": 61},
             "bed": "ICU", "services": ["VENTILATOR"],
             "paper": {"patientName": "Lò Thị Mai", "birthYear": 1965, "address": "Tân Uyên", "insuranceNumber": "GD4",
                       "diagnosis": "pneumonia", "findings": "SpO2 82", "treatment": "oxygen", "state": "drowsy",
                       "reason": "no ventilator", "escort": "nurse"}}
            """;

    @Test
    void a_transfer_is_written_as_it_always_was() throws Exception {
        var written = IncidentEventJson.MAPPER.readTree(IncidentEventJson.body(SampleEvents.askedByAWard()));

        assertEquals(
                IncidentEventJson.MAPPER.readTree(A_TRANSFER),
                written.get("alert").get("transfer"));
    }

    @Test
    void an_order_from_before_there_were_plans_is_for_whoever_is_there() {
        assertEquals(
                List.of(), ((UnitAssigned) IncidentEventJson.read("UnitAssigned", ASSIGNED_BEFORE_SPREADS)).carries());
    }

    @Test
    void an_order_of_a_plan_is_read_as_it_was_written() {
        String written = ASSIGNED_BEFORE_SPREADS.replace("\"at\"", "\"carries\": [\"RED\", \"GREEN\"], \"at\"");
        UnitAssigned order = (UnitAssigned) IncidentEventJson.read("UnitAssigned", written);

        assertEquals(List.of(TriageCategory.RED, TriageCategory.GREEN), order.carries());
        assertEquals(order, IncidentEventJson.read("UnitAssigned", IncidentEventJson.body(order)));
    }

    @Test
    void a_plan_from_before_spreads_were_kept_has_the_spread_of_a_usual_road() {
        Plan plan = ((UnitAssigned) IncidentEventJson.read("UnitAssigned", ASSIGNED_BEFORE_SPREADS)).plan();

        assertEquals(Duration.ofMinutes(57), plan.timeToCare());
        assertEquals(TravelSpread.ofUnknownLength(Duration.ofMinutes(10), Travel.Basis.ROAD), plan.travelSpread());
        assertTrue(plan.timeToCareSpread().p90().compareTo(plan.timeToCare()) > 0);
        assertFalse(IncidentEventJson.write(plan).contains("P90"), "what was not known then is not written now");
    }
}
