package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TransferPaper;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.flow.AskTransfer;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.transfer.Transfer;

/** A transfer as the contract writes and reads it: the same for the house that asks, the one that is asked, and the desk. */
public final class TransferJson {

    private TransferJson() {}

    /** The wish of that hospital's ward. */
    public static AskTransfer.Wish read(String fromId, JsonObject body) {
        JsonObject paper = body.getJsonObject("paper");
        return new AskTransfer.Wish(
                fromId,
                body.getString("toHospitalId"),
                PatientJson.read(body.getJsonObject("patient")),
                BedKind.valueOf(body.getString("bed")),
                services(body.getJsonArray("services", new JsonArray()).stream()
                        .map(String::valueOf)
                        .toList()),
                paper == null ? null : paper(paper));
    }

    /** Services by their names in the contract. */
    public static Set<Service> services(Collection<String> names) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        names.forEach(name -> services.add(Service.valueOf(name)));
        return services;
    }

    /** The transfer of that incident, with the unit that brings the patient; null when the incident is none. */
    public static @Nullable JsonObject of(Incident incident, Instant now) {
        Transfer transfer = incident.transfer();
        if (transfer == null) {
            return null;
        }
        TransferRequest request = transfer.request();
        var declined = new JsonArray();
        transfer.declinedBy().stream().sorted().forEach(declined::add);
        var services = new JsonArray();
        request.services().stream().sorted().forEach(service -> services.add(service.name()));
        TransferPaper paper = request.paper();
        return new JsonObject()
                .put("id", incident.id().toString())
                .put("incidentNumber", incident.number())
                .put("status", incident.status().name())
                .put("state", transfer.state().name())
                .put("from", house(request.fromId(), request.fromName()))
                .put("to", house(transfer.toId(), transfer.toName()))
                .put("askedAt", transfer.askedAt().toString())
                .put(
                        "answer",
                        transfer.answer() == null ? null : transfer.answer().name())
                .put("condition", transfer.condition())
                .put(
                        "answeredAt",
                        transfer.answeredAt() == null
                                ? null
                                : transfer.answeredAt().toString())
                .put("declinedBy", declined)
                .put("patient", PatientJson.of(request.patient()))
                .put("bed", request.bed().name())
                .put("kept", transfer.kept() == null ? null : transfer.kept().name())
                .put("services", services)
                .put("paper", paper == null ? null : paper(paper))
                .put("ride", ride(incident, now));
    }

    private static JsonObject house(String id, String name) {
        return new JsonObject().put("id", id).put("name", name);
    }

    /** The unit that is on it, or was on it last; null while none was sent. */
    private static @Nullable JsonObject ride(Incident incident, Instant now) {
        Optional<Assignment> last = incident.assignments().stream()
                .max(Comparator.comparing(Assignment::isActive)
                        .thenComparing(each -> incident.assignments().indexOf(each)));
        return last.map(assignment -> new JsonObject()
                        .put("assignmentId", assignment.id().toString())
                        .put("callSign", assignment.callSign())
                        .put("status", assignment.status().name())
                        .put("fetchedInS", inS(ExpectedArrival.atScene(incident, assignment), now))
                        .put("arrivesInS", inS(ExpectedArrival.of(incident, assignment), now)))
                .orElse(null);
    }

    private static @Nullable Long inS(Optional<ExpectedArrival> expected, Instant now) {
        return expected.map(arrival -> arrival.p50In(now)).orElse(null);
    }

    private static TransferPaper paper(JsonObject json) {
        return new TransferPaper(
                json.getString("patientName"),
                json.getInteger("birthYear"),
                json.getString("address"),
                json.getString("insuranceNumber"),
                json.getString("diagnosis"),
                json.getString("findings"),
                json.getString("treatment"),
                json.getString("state"),
                json.getString("reason"),
                json.getString("escort"));
    }

    private static JsonObject paper(TransferPaper paper) {
        return new JsonObject()
                .put("patientName", paper.patientName())
                .put("birthYear", paper.birthYear())
                .put("address", paper.address())
                .put("insuranceNumber", paper.insuranceNumber())
                .put("diagnosis", paper.diagnosis())
                .put("findings", paper.findings())
                .put("treatment", paper.treatment())
                .put("state", paper.state())
                .put("reason", paper.reason())
                .put("escort", paper.escort());
    }
}
