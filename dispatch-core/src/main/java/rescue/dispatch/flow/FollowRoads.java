package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadDigest;
import rescue.dispatch.road.RoadsInForce;

/**
 * Keeps the roads of this node as the record has them: reads what was entered and lifted, here or elsewhere, sees what
 * begins and ends by the clock, has the state numbered and puts it in force. The only way by which a road closure reaches
 * the roads.
 */
public final class FollowRoads {

    /** A node that is beaten this often to a number follows anyway with the next look. */
    private static final int ATTEMPTS = 5;

    private final RoadClosures closures;
    private final RoadNetwork roads;
    private final ZoneId zone;
    private final ChangeBell bell;

    private final Map<UUID, RoadClosure> standing = new LinkedHashMap<>();
    private long revision;
    private String digest = "";
    private String map = "";
    private volatile RoadsInForce inForce = new RoadsInForce(0, List.of());
    private volatile Optional<Duration> untilNextChange = Optional.empty();

    private Future<RoadsInForce> newest = Future.succeededFuture(inForce);
    private boolean newestWaits;

    /**
     * Over the record and the roads.
     *
     * @param zone the province's: seasons and hours are told by its clock
     */
    public FollowRoads(RoadClosures closures, RoadNetwork roads, ZoneId zone, ChangeBell bell) {
        this.closures = closures;
        this.roads = roads;
        this.zone = zone;
        this.bell = bell;
    }

    /** The zone by whose clock seasons and hours are told. */
    public ZoneId zone() {
        return zone;
    }

    /** What is in force on this node. */
    public RoadsInForce inForce() {
        return inForce;
    }

    /** How long after the last look something begins or ends by itself; empty when nothing does. */
    public Optional<Duration> untilNextChange() {
        return untilNextChange;
    }

    /** What stands, in force now or to come, oldest first. */
    public synchronized List<RoadClosure> listStanding() {
        return List.copyOf(standing.values());
    }

    /** How much a node has to hold for what stands: one for each, and one for each point of a drawn line. */
    public synchronized int standingWeight() {
        return standing.values().stream()
                .mapToInt(closure -> closure.extent().weight())
                .sum();
    }

    /**
     * Looks, and puts in force what has changed: at start, after every change, when one may begin or end. Everything that
     * was written before the call is in force when it completes. Looks never overlap; calls that come while one waits share
     * it.
     */
    public synchronized Future<RoadsInForce> refresh() {
        if (!newestWaits) {
            newestWaits = true;
            newest = newest.transform(before -> begin());
        }
        return newest;
    }

    private Future<RoadsInForce> begin() {
        synchronized (this) {
            newestWaits = false;
        }
        return look(ATTEMPTS);
    }

    private Future<RoadsInForce> look(int attemptsLeft) {
        return closures.listChanges(revision).compose(changes -> {
            List<RoadClosure> now = apply(changes);
            String nowDigest = RoadDigest.of(now);
            String nowMap = roads.mapVersion();
            if (nowDigest.equals(digest) && nowMap.equals(map) && inForce.version() > 0) {
                return Future.succeededFuture(inForce);
            }
            return closures.number(
                            new RoadClosures.Found(nowMap, changes.revision(), changes.asOf(), now.size(), nowDigest))
                    .compose(version -> version.map(number -> putInForce(number, now, nowDigest, nowMap))
                            .orElseGet(() -> again(attemptsLeft - 1)));
        });
    }

    private synchronized List<RoadClosure> apply(RoadClosures.Changes changes) {
        revision = changes.revision();
        changes.entered().forEach(closure -> standing.put(closure.id(), closure));
        standing.keySet().removeAll(changes.lifted());
        Instant now = changes.asOf();
        standing.values().removeIf(closure -> closure.times().isOver(now));
        untilNextChange = standing.values().stream()
                .flatMap(closure -> closure.times().nextChange(now, zone).stream())
                .min(Instant::compareTo)
                .map(next -> Duration.between(now, next));
        return standing.values().stream()
                .filter(closure -> closure.times().inForce(now, zone))
                .toList();
    }

    private Future<RoadsInForce> again(int attemptsLeft) {
        return attemptsLeft > 0
                ? look(attemptsLeft)
                : Future.failedFuture("the state of the roads is numbered by others faster than it can be read");
    }

    private Future<RoadsInForce> putInForce(long version, List<RoadClosure> now, String nowDigest, String nowMap) {
        RoadsInForce next = new RoadsInForce(version, now);
        return roads.putInForce(next).map(next).onSuccess(done -> {
            digest = nowDigest;
            map = nowMap;
            inForce = next;
            bell.ring();
        });
    }
}
