/** EDXL-HAVE (OASIS): 1.0 in and out, 2.0 out. */
@NullMarked
package rescue.hospital.protocol.have;

import org.jspecify.annotations.NullMarked;
