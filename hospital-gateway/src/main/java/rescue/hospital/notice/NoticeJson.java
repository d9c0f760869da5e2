package rescue.hospital.notice;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.dispatch.shell.web.PatientJson;

/** The stored form of a notice. */
public final class NoticeJson {

    private NoticeJson() {}

    public static JsonObject of(Notice notice) {
        ExpectedArrival expected = notice.expected();
        return new JsonObject()
                .put("incidentNumber", notice.incidentNumber())
                .put("callSign", notice.callSign())
                .put("kind", notice.kind().name())
                .put("priority", notice.priority().name())
                .put("injured", notice.injured())
                .put("patients", PatientJson.all(notice.patients()))
                .put("expectedAt", expected == null ? null : expected.p50().toString())
                .put("expectedP90At", expected == null ? null : expected.p90().toString());
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
