package rescue.dispatch.shell.spool;

import org.jspecify.annotations.Nullable;

/** The disk cannot take another alert: nobody may be told that his is safe. */
public final class SpoolFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpoolFull(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
