package rescue.hospital.protocol.fuzz;

import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.MachineReport;

/** What holds of every report that was not refused. */
final class Sane {

    private Sane() {}

    static void check(MachineReport said) {
        said.available().forEach((kind, count) -> {
            if (count < 0 || count > Counts.MAX) {
                throw new AssertionError(kind + " " + count);
            }
        });
        if (said.note() != null && said.note().length() > 500) {
            throw new AssertionError("a note of " + said.note().length());
        }
    }

    static void checkSameFigures(MachineReport one, MachineReport other) {
        boolean same = one.available().equals(other.available())
                && one.services().equals(other.services())
                && one.emsTraffic() == other.emsTraffic();
        if (!same) {
            throw new AssertionError(one + " is not " + other);
        }
    }
}
