/** From a place to the road: the edges near it from which one gets everywhere, and the walk between the two. */
@NullMarked
package rescue.routing.places;

import org.jspecify.annotations.NullMarked;
