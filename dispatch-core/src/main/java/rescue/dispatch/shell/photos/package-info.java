/** Photos from the scene: what comes in is mistrusted, what goes out is only for those on the incident. */
@NullMarked
package rescue.dispatch.shell.photos;

import org.jspecify.annotations.NullMarked;
