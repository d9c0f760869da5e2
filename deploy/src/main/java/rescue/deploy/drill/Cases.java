package rescue.deploy.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rescue.deploy.drill.Shift.Call;

/** Which incident came of which call: what is true about it stands in the shift, not on the server. */
final class Cases {

    private final Map<String, Call> byIncident = new LinkedHashMap<>();
    private final Map<String, String> byCall = new LinkedHashMap<>();

    /** The first call about an incident tells what it is. */
    void opened(String incidentId, Call call) {
        byIncident.putIfAbsent(incidentId, call);
        byCall.put(call.id(), incidentId);
    }

    /** Empty for an incident of somebody who works along. */
    Optional<Call> of(String incidentId) {
        return Optional.ofNullable(byIncident.get(incidentId));
    }

    Optional<String> incidentOf(String callId) {
        return Optional.ofNullable(byCall.get(callId));
    }

    Map<String, Call> all() {
        return byIncident;
    }
}
