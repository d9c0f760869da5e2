package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import rescue.dispatch.account.Principal;

/** One open page. Identity is all that tells two of them apart. */
interface LiveListener {

    Principal principal();

    /** Whether anybody is still there. */
    boolean isOpen();

    /** Never blocks: what a slow line has no room for is made up for later. Completes when the message is out on the line. */
    Future<Void> send(LiveMessage message);
}
