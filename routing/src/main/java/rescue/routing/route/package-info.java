/** A way through the network as a crew reads it: its line, its steps and its summary, in Vietnamese and English. */
@NullMarked
package rescue.routing.route;

import org.jspecify.annotations.NullMarked;
