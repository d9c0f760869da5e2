/** Alerts on this node's disk while the database is away: acknowledged once they are safe there, entered exactly once later. */
@NullMarked
package rescue.dispatch.shell.spool;

import org.jspecify.annotations.NullMarked;
