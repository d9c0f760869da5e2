/** The ports of the core answered over one map after another; what the answers are made of lies in the packages below. */
@NullMarked
package rescue.routing;

import org.jspecify.annotations.NullMarked;
