package rescue.dispatch.incident;

import java.util.UUID;

/** What a device in the field sent under a number of its own: the same number again is the same thing again. */
public interface DevicePress {

    UUID assignmentId();

    /** Which device. */
    String deviceId();

    /** The device's own count. */
    long seq();

    /** What was pressed, in a word of the house that never changes: a status, or the kind of thing that was sent. */
    String what();
}
