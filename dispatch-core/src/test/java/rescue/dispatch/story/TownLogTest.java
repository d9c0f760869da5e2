package rescue.dispatch.story;

import java.util.HashMap;
import java.util.Map;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLogContract;

/** The town's log keeps what PostgreSQL's keeps; otherwise its stories would prove nothing. */
final class TownLogTest extends IncidentLogContract {

    @Override
    protected World world() {
        Map<String, Integer> beds = new HashMap<>();
        TownLog log = new TownLog(() -> Samples.NOW, (hospital, kind) -> beds.getOrDefault(hospital + kind, -1));
        return new World() {
            @Override
            public IncidentLog log() {
                return log;
            }

            @Override
            public void unit(String unitId) {
                // the log takes any unit
            }

            @Override
            public void hospital(String hospitalId, BedKind kind, int count) {
                beds.put(hospitalId + kind, count);
            }

            @Override
            public int held(String hospitalId, BedKind kind) {
                return log.held(hospitalId, kind);
            }
        };
    }
}
