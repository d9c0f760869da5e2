/** How an incident ends. */
@NullMarked
package rescue.dispatch.closure;

import org.jspecify.annotations.NullMarked;
