/** What the flow needs from the world, in the domain's words. */
@NullMarked
package rescue.dispatch.port;

import org.jspecify.annotations.NullMarked;
