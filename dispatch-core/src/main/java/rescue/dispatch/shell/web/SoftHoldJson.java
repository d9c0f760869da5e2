package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rescue.dispatch.flow.ChooseHospital.Choice;
import rescue.dispatch.hospital.SoftHold;

/** Who is choosing which bed, as the contract writes it. */
final class SoftHoldJson {

    private SoftHoldJson() {}

    static JsonObject of(Choice choice) {
        return new JsonObject()
                .put("hold", choice.hold().map(SoftHoldJson::of).orElse(null))
                .put("others", of(choice.others()));
    }

    static JsonArray of(List<SoftHold> holds) {
        JsonArray rows = new JsonArray();
        holds.forEach(hold -> rows.add(of(hold)));
        return rows;
    }

    private static JsonObject of(SoftHold hold) {
        return new JsonObject()
                .put("incidentId", hold.incidentId().toString())
                .put("incidentNumber", hold.incidentNumber())
                .put("hospitalId", hold.hospitalId())
                .put("kind", hold.bed().name())
                .put("by", hold.by())
                .put("until", hold.until().toString());
    }
}
