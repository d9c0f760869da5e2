package rescue.deploy;

import io.vertx.sqlclient.Pool;
import java.util.List;
import rescue.dispatch.shell.places.PlaceRoutes;
import rescue.dispatch.shell.web.ApiRoutes;
import rescue.hospital.HospitalRoutes;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.postgres.PgNotices;

/** Which use case stands behind which route. */
final class Wiring {

    private Wiring() {}

    /** Everything but the hospitals' own routes, which stand at their door too. */
    static List<ApiRoutes> routes(Ports ports, Flows flows, HospitalRoutes hospitals) {
        return List.of(
                new PlaceRoutes(ports.gazetteer(), ports.register(), ports.plusCodes(), ports.clock()), hospitals);
    }

    static HospitalRoutes hospitalRoutes(Ports ports, Flows flows, Pool pool) {
        return new HospitalRoutes(
                flows.reportCapacity(),
                flows.answerPreArrival(),
                new IncomingList(ports.hospitals(), ports.log(), new PgNotices(pool)),
                ports.clock());
    }
}
