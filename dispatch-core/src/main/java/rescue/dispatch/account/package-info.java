/** Who may log in, and as what. */
@NullMarked
package rescue.dispatch.account;

import org.jspecify.annotations.NullMarked;
