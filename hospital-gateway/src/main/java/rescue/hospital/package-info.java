/** The hospitals' door. */
@NullMarked
package rescue.hospital;

import org.jspecify.annotations.NullMarked;
