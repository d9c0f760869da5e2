/** PostgreSQL as the assembly needs it: the embedded server, the migrations, the health of the connection. */
@NullMarked
package rescue.deploy.postgres;

import org.jspecify.annotations.NullMarked;
