/** The drill: a fixed shift, played over the server's own HTTP by nobody's hand, so that the pages can be seen at work. */
@NullMarked
package rescue.deploy.drill;

import org.jspecify.annotations.NullMarked;
