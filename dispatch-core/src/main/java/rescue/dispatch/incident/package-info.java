/** An incident as the fold of what happened to it. */
@NullMarked
package rescue.dispatch.incident;

import org.jspecify.annotations.NullMarked;
