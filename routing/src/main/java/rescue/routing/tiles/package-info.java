/** The map behind the pages: vector tiles of the same roads that the answers rest on. */
@NullMarked
package rescue.routing.tiles;

import org.jspecify.annotations.NullMarked;
