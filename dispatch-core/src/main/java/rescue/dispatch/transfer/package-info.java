/** The way of a patient from one hospital on to another: who is asked, and what was answered. */
@NullMarked
package rescue.dispatch.transfer;

import org.jspecify.annotations.NullMarked;
