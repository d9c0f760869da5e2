/** The measuring programs behind {@code deploy/bench}: an open-loop load on a server that runs as a process of its own. */
@NullMarked
package rescue.deploy.bench;

import org.jspecify.annotations.NullMarked;
