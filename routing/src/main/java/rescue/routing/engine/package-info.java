/** The searches: a road graph in arrays, road closures as stretches of edges, shortest paths after the textbook. */
@NullMarked
package rescue.routing.engine;

import org.jspecify.annotations.NullMarked;
