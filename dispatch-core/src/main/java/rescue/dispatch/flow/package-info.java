/** The use cases, one a file: load, look around, decide, write down. */
@NullMarked
package rescue.dispatch.flow;

import org.jspecify.annotations.NullMarked;
