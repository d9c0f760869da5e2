/** The world: HTTP, PostgreSQL, live screens, chance. */
@NullMarked
package rescue.dispatch.shell;

import org.jspecify.annotations.NullMarked;
