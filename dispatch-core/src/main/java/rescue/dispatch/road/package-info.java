/** The road in the words of the trade: posts, closures, driving times, routes. */
@NullMarked
package rescue.dispatch.road;

import org.jspecify.annotations.NullMarked;
