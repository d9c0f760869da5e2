@NullMarked
package rescue.deploy.drill;

import org.jspecify.annotations.NullMarked;
