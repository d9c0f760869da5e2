package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.PatientCards;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;

/** Tells hospitals who is coming. */
@FunctionalInterface
public interface PreArrivalNotices {

    /**
     * Who is coming, as it was known when the hospital was told. Nothing of it names a reporter.
     *
     * @param version of the incident; a notice of an older version never replaces a newer one
     * @param injured as told by alerts, null when nobody said; of many, how many come with this unit
     * @param patients all of them; of many, those who come with this unit
     * @param expected when the unit will be there; null when it is there already
     */
    record Notice(
            UUID assignmentId,
            String hospitalId,
            long version,
            String incidentNumber,
            String callSign,
            AlertKind kind,
            Priority priority,
            @Nullable Integer injured,
            List<Patient> patients,
            @Nullable ExpectedArrival expected) {

        public Notice {
            patients = List.copyOf(patients);
        }

        /** The notice for an assignment that has a destination. */
        public static Notice about(Incident incident, Assignment assignment) {
            String hospitalId = assignment.hospitalId();
            if (hospitalId == null) {
                throw new IllegalArgumentException("assignment " + assignment.id() + " goes to no hospital");
            }
            return new Notice(
                    assignment.id(),
                    hospitalId,
                    incident.version(),
                    incident.number(),
                    assignment.callSign(),
                    incident.firstAlert().kind(),
                    incident.priority(),
                    assignment.countComing().orElse(incident.injured()),
                    PatientCards.among(incident.patients(), assignment.carries()),
                    ExpectedArrival.of(incident, assignment).orElse(null));
        }
    }

    /** Durable when it completes. The same notice may come any number of times; the hospital is told once. */
    Future<Void> notify(Notice notice);
}
