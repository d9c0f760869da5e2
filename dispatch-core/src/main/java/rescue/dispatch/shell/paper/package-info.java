/** The board on paper: what is needed to go on by telephone and pen when every screen is dark. */
@NullMarked
package rescue.dispatch.shell.paper;

import org.jspecify.annotations.NullMarked;
