/** What the product says to people, in their language. */
@NullMarked
package rescue.dispatch.shell.phrases;

import org.jspecify.annotations.NullMarked;
