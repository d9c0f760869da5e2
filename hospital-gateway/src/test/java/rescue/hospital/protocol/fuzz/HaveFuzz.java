package rescue.hospital.protocol.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.hospital.protocol.MachineReport;
import rescue.hospital.protocol.have.HaveReader;
import rescue.hospital.protocol.have.HaveWriter;

/** EDXL-HAVE from anybody: it is refused in our words, or what was read can be written and read again. */
public final class HaveFuzz {

    private HaveFuzz() {}

    public static void fuzzerTestOneInput(byte[] message) {
        List<MachineReport> read;
        try {
            read = HaveReader.read(message).hospitals();
        } catch (ApiFailure refused) {
            return;
        }
        read.forEach(Sane::check);
        // A time may be read and be too far away to be written as XML would read it; nothing else may be lost.
        var again = HaveReader.read(HaveWriter.write(read).getBytes(StandardCharsets.UTF_8))
                .hospitals();
        for (int i = 0; i < read.size(); i++) {
            Sane.checkSameFigures(read.get(i), again.get(i));
        }
    }
}
