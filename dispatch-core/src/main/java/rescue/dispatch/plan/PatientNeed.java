package rescue.dispatch.plan;

import java.util.List;
import java.util.Set;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.NeedAssessment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.unit.Capability;

/**
 * What one of many patients needs. An incident has one need, that of its gravest patient; of the others it would ask too
 * much, and keep them out of every small house.
 */
public final class PatientNeed {

    private PatientNeed() {}

    /**
     * For a patient of that colour. The gravest of the incident need what the operator set for it. Any staffed ambulance may
     * carry anybody: with one doctor's car for twenty hurt, to insist on it is to leave nineteen; the plan counts it as time.
     */
    public static Need of(Incident incident, TriageCategory colour) {
        Need own = of(incident.firstAlert().kind(), colour);
        boolean set = incident.needs().bed() != null && colour == gravest(incident.patients());
        return new Need(
                Set.of(Capability.BLS),
                set ? incident.needs().services() : own.services(),
                set ? incident.needs().bed() : own.bed());
    }

    /** For all who ride together: that of the gravest of them, as it is for him that the hospital is chosen. */
    public static Need of(Incident incident, List<TriageCategory> together) {
        return together.stream()
                .min(TriageCategory::compareTo)
                .map(colour -> of(incident, colour))
                .orElseGet(incident::needs);
    }

    private static Need of(AlertKind kind, TriageCategory colour) {
        return NeedAssessment.of(kind, Priority.P1, List.of(Patient.counted(colour, null)), null);
    }

    private static TriageCategory gravest(List<Patient> patients) {
        return patients.stream()
                .map(Patient::triage)
                .filter(colour -> colour != TriageCategory.BLACK)
                .min(TriageCategory::compareTo)
                .orElse(TriageCategory.YELLOW);
    }
}
