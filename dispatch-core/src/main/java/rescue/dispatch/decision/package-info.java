/** Who goes and where to: pure rules, no clock, no map, no database. */
@NullMarked
package rescue.dispatch.decision;

import org.jspecify.annotations.NullMarked;
