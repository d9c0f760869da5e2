package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;

/** The hospitals as they are now, each value with who said it and when. */
public interface HospitalBoard {

    /** Every hospital, by id. */
    Future<List<Hospital>> list();

    Future<Optional<Hospital>> find(String hospitalId);

    /**
     * What a hospital says it has; a kind or service that is not mentioned stays as it was.
     *
     * @param available beds by kind, 0 or more
     * @param reporter who says so
     */
    record CapacityReport(
            String hospitalId,
            Map<BedKind, Integer> available,
            Map<Service, Boolean> services,
            @Nullable EmsTraffic emsTraffic,
            @Nullable String note,
            String reporter,
            Instant at) {}

    /** Keeps the report as history and its values as the board; false when there is no such hospital. */
    Future<Boolean> report(CapacityReport report);

    /** "Nothing changed": the old values, believed anew; false when there is no such hospital. */
    Future<Boolean> confirm(String hospitalId, String reporter, Instant at);

    /** A unit on its way to a hospital. */
    record Incoming(UUID incidentId, UUID assignmentId) {}

    /** Assignments whose destination is that hospital and whose patient is not yet handed over. */
    Future<List<Incoming>> listIncoming(String hospitalId);
}
