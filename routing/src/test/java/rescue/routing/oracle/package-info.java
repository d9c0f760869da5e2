/** The plainest answers there are, to hold the engine against: roads rebuilt without what is closed, and Dijkstra on them. */
@NullMarked
package rescue.routing.oracle;

import org.jspecify.annotations.NullMarked;
