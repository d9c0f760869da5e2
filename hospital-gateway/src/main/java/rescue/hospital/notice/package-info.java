/** Who is on the way to a hospital, and what it answers. */
@NullMarked
package rescue.hospital.notice;

import org.jspecify.annotations.NullMarked;
