/** What a hospital can take, as it reports it. */
@NullMarked
package rescue.hospital.capacity;

import org.jspecify.annotations.NullMarked;
