/** Tells crews, hospitals and screens what the log says, at least once. */
@NullMarked
package rescue.dispatch.shell.relay;

import org.jspecify.annotations.NullMarked;
