/** Live changes to the pages: each sees its own. */
@NullMarked
package rescue.dispatch.shell.live;

import org.jspecify.annotations.NullMarked;
