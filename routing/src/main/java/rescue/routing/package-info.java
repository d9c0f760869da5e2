/** The road network: the only module that knows GraphHopper. */
@NullMarked
package rescue.routing;

import org.jspecify.annotations.NullMarked;
