/** The runnable assembly: reads the configuration, starts what it names, and stops it in order. */
@NullMarked
package rescue.deploy;

import org.jspecify.annotations.NullMarked;
