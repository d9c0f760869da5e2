/** What is answered without a road network: the straight line, longer and slow, and always said to be an estimate. */
@NullMarked
package rescue.routing.estimate;

import org.jspecify.annotations.NullMarked;
