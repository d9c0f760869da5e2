/** The gateway's own tables, in a schema of their own. */
@NullMarked
package rescue.hospital.postgres;

import org.jspecify.annotations.NullMarked;
