/** Places on the Earth. */
@NullMarked
package rescue.dispatch.geo;

import org.jspecify.annotations.NullMarked;
