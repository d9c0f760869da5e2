/** What the map says of each edge: written while it is imported (access, slope, bends, length, signs), read once it is open. */
@NullMarked
package rescue.routing.edge;

import org.jspecify.annotations.NullMarked;
