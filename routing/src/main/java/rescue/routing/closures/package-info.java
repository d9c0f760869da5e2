/** From the stretch that somebody tells of to the parts of edges that it covers, and which of them lie on a route. */
@NullMarked
package rescue.routing.closures;

import org.jspecify.annotations.NullMarked;
