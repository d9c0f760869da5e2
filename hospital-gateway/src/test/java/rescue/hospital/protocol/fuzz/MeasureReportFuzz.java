package rescue.hospital.protocol.fuzz;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.hospital.protocol.fhir.MeasureReportReader;

/** A {@code MeasureReport} from anybody: it is refused in our words, or it is sane. */
public final class MeasureReportFuzz {

    private MeasureReportFuzz() {}

    public static void fuzzerTestOneInput(byte[] message) {
        try {
            if (Buffer.buffer(message).toJsonValue() instanceof JsonObject resource) {
                Sane.check(MeasureReportReader.read(resource));
            }
        } catch (ApiFailure | DecodeException refused) {
            // in our words
        }
    }
}
