/** Hospitals: what they can treat, which beds are free, and how believable that is. */
@NullMarked
package rescue.dispatch.hospital;

import org.jspecify.annotations.NullMarked;
