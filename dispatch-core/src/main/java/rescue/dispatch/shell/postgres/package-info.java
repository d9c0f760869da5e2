/** The ports on PostgreSQL: the only package of the core that knows SQL. */
@NullMarked
package rescue.dispatch.shell.postgres;

import org.jspecify.annotations.NullMarked;
