package rescue.hospital.protocol.webhook;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.shell.web.HospitalJson;
import rescue.hospital.notice.IncomingList;
import rescue.hospital.notice.TransferList;
import rescue.hospital.protocol.webhook.Webhooks.Due;
import rescue.hospital.protocol.webhook.Webhooks.Topic;

/**
 * Looks what has changed, notes who is to hear of it, and sends what is due. Any node may do it, and all do: a change is
 * noted once, and a delivery taken by one at a time. What is sent is how things stand when it is sent, so that a message
 * lost or late never leaves a receiver with something old.
 */
public final class WebhookSender {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final int BATCH = 500;

    /** At once; a receiver that hangs holds one of them for ten seconds. */
    private static final int AT_ONCE = 20;

    /** Longer than a try can take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int GONE = 410;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    /** The numbered changes, in the words of this module. */
    public interface Changes {

        /**
         * One of them.
         *
         * @param kind of what changed: incident, hospital, …
         * @param hospitalIds whom it concerns
         */
        record Change(long seq, String kind, Set<String> hospitalIds) {}

        Future<Long> last();

        Future<List<Change>> listAfter(long seq, int limit);
    }

    private final Webhooks webhooks;
    private final Changes changes;
    private final IncomingList incoming;
    private final TransferList transfers;
    private final HospitalBoard board;
    private final InstantSource clock;
    private final WebhookPost post;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stuck;

    public WebhookSender(
            Vertx vertx,
            Webhooks webhooks,
            Changes changes,
            IncomingList incoming,
            TransferList transfers,
            HospitalBoard board,
            InstantSource clock) {
        this.vertx = vertx;
        this.webhooks = webhooks;
        this.changes = changes;
        this.incoming = incoming;
        this.transfers = transfers;
        this.board = board;
        this.clock = clock;
        this.post = new WebhookPost(vertx);
    }

    public void start() {
        vertx.setPeriodic(EVERY.toMillis(), timer -> {
            if (running.compareAndSet(false, true)) {
                round().onComplete(this::rest);
            }
        });
    }

    /** Says once that it cannot go on, and once that it can again: a night without a database is one line. */
    private void rest(AsyncResult<Void> done) {
        if (done.failed() && !stuck) {
            LOG.warn("webhooks wait: {}", done.cause().getMessage());
        } else if (done.succeeded() && stuck) {
            LOG.info("webhooks go on");
        }
        stuck = done.failed();
        running.set(false);
    }

    /** Notes and sends; completes when every delivery that was due has been tried. */
    public Future<Void> round() {
        return note().compose(noted -> webhooks.takeDue(AT_ONCE, LEASE)).compose(this::sendAll);
    }

    private Future<Void> note() {
        return changes.last()
                .compose(webhooks::position)
                .compose(from -> changes.listAfter(from, BATCH)
                        .compose(news -> news.isEmpty()
                                ? Future.succeededFuture()
                                : webhooks.advance(
                                                from, news.get(news.size() - 1).seq(), byTopic(news))
                                        .mapEmpty()));
    }

    private static Map<Topic, Set<String>> byTopic(List<Changes.Change> news) {
        Map<Topic, Set<String>> hospitals = new EnumMap<>(Topic.class);
        for (Changes.Change change : news) {
            Topic topic = switch (change.kind()) {
                case "incident" -> Topic.INCOMING;
                case "hospital" -> Topic.CAPACITY;
                default -> null;
            };
            if (topic != null && !change.hospitalIds().isEmpty()) {
                hospitals.computeIfAbsent(topic, none -> new HashSet<>()).addAll(change.hospitalIds());
            }
        }
        return hospitals;
    }

    private Future<Void> sendAll(List<Due> due) {
        return Future.join(due.stream().map(this::send).toList()).mapEmpty();
    }

    private Future<Void> send(Due due) {
        Instant now = clock.instant();
        return news(due, now)
                .compose(news -> post.send(due, news, now))
                .compose(
                        status -> status / 100 == 2
                                ? webhooks.delivered(due)
                                : webhooks.failed(
                                        due,
                                        "HTTP " + status,
                                        status == GONE
                                                ? null
                                                : WebhookBackoff.after(due.tries())
                                                        .orElse(null)),
                        failure -> webhooks.failed(
                                due,
                                failure.getClass().getSimpleName() + ": " + failure.getMessage(),
                                WebhookBackoff.after(due.tries()).orElse(null)))
                .onFailure(failure -> LOG.warn("a delivery is tried again: {}", failure.getMessage()));
    }

    /** Who is on the way, and who is asked to be taken or sent on; the paper of a transfer stays with the page. */
    private Future<JsonObject> patients(String hospitalId, Instant now) {
        Future<JsonObject> onTheWay = incoming.list(hospitalId, now);
        Future<JsonObject> asked = transfers.list(hospitalId, now);
        return Future.all(onTheWay, asked)
                .map(both -> onTheWay.result()
                        .put(
                                "transfers",
                                new JsonObject()
                                        .put("outgoing", withoutPaper(asked.result(), "outgoing"))
                                        .put("incoming", withoutPaper(asked.result(), "incoming"))));
    }

    private static JsonArray withoutPaper(JsonObject transfers, String way) {
        return new JsonArray(transfers.getJsonArray(way).stream()
                .map(JsonObject.class::cast)
                .map(transfer -> {
                    JsonObject told = transfer.copy();
                    told.remove("paper");
                    return told;
                })
                .toList());
    }

    private Future<JsonObject> news(Due due, Instant now) {
        String hospitalId = due.webhook().hospitalId();
        Future<JsonObject> data = switch (due.topic()) {
            case INCOMING -> patients(hospitalId, now);
            case CAPACITY ->
                board.find(hospitalId)
                        .map(found -> found.map(hospital -> HospitalJson.of(hospital, now))
                                .orElseGet(JsonObject::new));
        };
        return data.map(known -> new JsonObject()
                .put("type", due.topic().name().toLowerCase(Locale.ROOT))
                .put("hospitalId", hospitalId)
                .put("seq", due.seq())
                .put("timestamp", now.toString())
                .put("data", known));
    }
}
