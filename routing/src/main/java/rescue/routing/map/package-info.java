/** From a file to an opened map: checked, imported once, kept under a name of its content, refused with a reason. */
@NullMarked
package rescue.routing.map;

import org.jspecify.annotations.NullMarked;
