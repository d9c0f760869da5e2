/** One unit on one incident, from notified to in service again. */
@NullMarked
package rescue.dispatch.assignment;

import org.jspecify.annotations.NullMarked;
