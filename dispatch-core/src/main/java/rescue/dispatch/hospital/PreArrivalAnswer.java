package rescue.dispatch.hospital;

import org.jspecify.annotations.Nullable;

/** What a hospital says to a pre-arrival notice, and to a transfer that it is asked to take. */
public enum PreArrivalAnswer {
    ACCEPT,
    /** Yes, if what the reason says is heeded. */
    ACCEPT_IF,
    DECLINE;

    /** A condition and a refusal say which and why. */
    public boolean lacksReason(@Nullable String reason) {
        return this != ACCEPT && (reason == null || reason.isBlank());
    }
}
