/** What someone reported, word for word, and whether it opens an incident or belongs to an open one. */
@NullMarked
package rescue.dispatch.alert;

import org.jspecify.annotations.NullMarked;
