/** Places as people give them, turned into points: codes, names, posts, and the calls that answer for them. */
@NullMarked
package rescue.dispatch.shell.places;

import org.jspecify.annotations.NullMarked;
