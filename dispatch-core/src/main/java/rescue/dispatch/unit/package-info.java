/** Units, their crews' capabilities, and where they were last seen. */
@NullMarked
package rescue.dispatch.unit;

import org.jspecify.annotations.NullMarked;
