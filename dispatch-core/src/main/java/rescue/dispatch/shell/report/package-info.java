/**
 * The page of the public: an emergency reported by form, and followed by its code. HTML that the server writes and that
 * needs nothing of the browser; what a script adds is in {@code web/report}.
 */
@NullMarked
package rescue.dispatch.shell.report;

import org.jspecify.annotations.NullMarked;
