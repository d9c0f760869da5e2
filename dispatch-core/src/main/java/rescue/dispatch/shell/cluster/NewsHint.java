package rescue.dispatch.shell.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.shell.live.LiveFeed;

/**
 * Whoever has told his screens something new says up to which number, so that the other nodes look at once. A hint and no
 * more: each node reads for itself, and looks twice a second anyway.
 */
public final class NewsHint {

    private static final String ADDRESS = "news";

    private NewsHint() {}

    public static void spread(Vertx vertx, LiveFeed feed, ChangeBell bell) {
        EventBus bus = vertx.eventBus();
        bus.<Long>consumer(ADDRESS, message -> {
            if (message.body() > feed.told()) {
                bell.ring();
            }
        });
        feed.whenTold(number -> bus.publish(ADDRESS, number));
    }
}
