/** Several nodes on one machine: one small process that owns PostgreSQL and keeps the nodes running. */
@NullMarked
package rescue.deploy.supervisor;

import org.jspecify.annotations.NullMarked;
