/** Names of places, as people type and mishear them. */
@NullMarked
package rescue.dispatch.shell.gazetteer;

import org.jspecify.annotations.NullMarked;
