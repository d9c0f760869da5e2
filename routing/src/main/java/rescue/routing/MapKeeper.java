package rescue.routing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadMapState;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.MapFault;
import rescue.dispatch.road.RoadsState;
import rescue.dispatch.road.RoadsState.RefusedMap;
import rescue.dispatch.road.Travel;
import rescue.routing.book.BrokenRow;
import rescue.routing.book.RoadBook;
import rescue.routing.estimate.EstimateRoadNetwork;
import rescue.routing.map.FileStamps;
import rescue.routing.map.ImportRoom;
import rescue.routing.map.MapRefused;
import rescue.routing.map.MapSource;
import rescue.routing.map.RoadMap;
import rescue.routing.tiles.KmPost;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.RoadTiles;
import rescue.routing.tiles.Scenery;

/**
 * Keeps the best map that there is in force: estimates at first, the map when it is prepared, the next one when an operator
 * puts it in the old one's place. A map that cannot be used changes nothing but the reason that is shown.
 *
 * <p>All of it runs on one thread of the lowest priority, one map at a time; questions are answered meanwhile from whatever
 * was in force before.
 */
public final class MapKeeper implements RoadMapState, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MapKeeper.class);

    /** A look at sizes and times of a handful of files: an operator who has put a map there may wait that long, or ask. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A disk may have room again, a network drive be back; a map is not prepared in vain more often than this. */
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    /** Following every road closure over a new map: ten thousand at once take a fraction of that. */
    private static final Duration CLOSURES_WITHIN = Duration.ofMinutes(5);

    /** Questions that began on the old map have long been answered then. */
    private static final Duration OLD_MAP_STAYS = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final MapSettings settings;
    private final InstantSource clock;
    private final SwitchingRegister register = new SwitchingRegister();
    private final List<MapPlace> places;
    private final SwitchingRoadNetwork roads;
    private final SwitchingBaseMap baseMap;
    private final MapFigures figures = new MapFigures();
    private final SelfChecks checks = new SelfChecks();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, MapKeeper::thread);

    private List<KmPost> posts = List.of();
    private @Nullable OpenedMap opened;
    private @Nullable FileStamps seen;
    private Duration retryAfter = FIRST_RETRY;
    private Instant retryAt = Instant.MAX;
    private volatile Instant since;
    private volatile boolean importing = true; // nothing has been looked at yet
    private volatile @Nullable RefusedMap refused;
    private volatile Runnable whenChanged = () -> {};

    /** Reads what is small and quick, the road book and the names; the map itself is for {@link #start}. */
    public MapKeeper(Vertx vertx, MapSettings settings, InstantSource clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
        this.since = clock.instant();
        this.places = NamedPlaces.read(settings.dataFolder());
        roads = new SwitchingRoadNetwork(new EstimateRoadNetwork(register));
        refused = readRegister().orElse(null);
        baseMap = new SwitchingBaseMap(new RoadTiles(
                vertx,
                NamedPlaces.Roadless.around(places, settings.stations()),
                Scenery.NONE.withPlaces(places),
                posts,
                RoadTiles.OPENSTREETMAP,
                "no-roads-" + since.toEpochMilli()));
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: where it counts, dispatch goes first
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "map-import");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Looks now, and every minute from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // a look tells itself what went wrong
    public void start() {
        thread.scheduleWithFixedDelay(() -> look(false), 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Looks once more, however lately somebody has; completes with what is in force after that. */
    public Future<RoadsState> lookNow() {
        Promise<RoadsState> looked = Promise.promise();
        thread.execute(() -> {
            look(true);
            looked.complete(now());
        });
        return looked.future();
    }

    /** Called on the keeper's own thread whenever another map is in force, or one was refused. */
    public void whenChanged(Runnable listener) {
        whenChanged = listener;
    }

    /** Called after {@link #whenChanged}, for whoever else wants to know. */
    public void alsoWhenChanged(Runnable listener) {
        Runnable before = whenChanged;
        whenChanged = () -> {
            before.run();
            listener.run();
        };
    }

    /** The version of the map that lies there, in force or not yet, at the price of reading it once; empty when it is none. */
    public Optional<String> versionThere() {
        try {
            return Optional.of(RoadMap.version(settings.map(), settings.models(), settings.elevation()));
        } catch (MapRefused | UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    public RoadNetwork roads() {
        return roads;
    }

    public BaseMap baseMap() {
        return baseMap;
    }

    public RoadRegister register() {
        return register;
    }

    /** How many road closures are in force, matched or not. */
    public int closuresInForce() {
        return roads.inForce().closures().size();
    }

    /** What became of the decisions that were answered once more. */
    public SelfChecks selfChecks() {
        return checks;
    }

    public MapFigures figures() {
        return figures;
    }

    @Override
    public RoadsState now() {
        boolean ready = roads.isReady();
        return new RoadsState(
                ready ? Travel.Basis.ROAD : Travel.Basis.ESTIMATE,
                since,
                ready ? roads.mapVersion() : null,
                importing,
                refused,
                roads.unmatched());
    }

    /** Never throws: the next look is in a minute, and an exception would have been the last. */
    private void look(boolean asked) {
        try {
            if (!isWorthALook() && !asked) {
                return;
            }
            Optional<RefusedMap> brokenBook = readRegister();
            openIfNew();
            retryAt = Instant.MAX;
            settle(brokenBook.orElse(null));
        } catch (MapRefused broken) {
            refuse(broken.fault(), String.valueOf(broken.getMessage()));
        } catch (BrokenRow broken) {
            refuse(MapFault.BROKEN_ROAD_BOOK, String.valueOf(broken.getMessage()));
        } catch (UncheckedIOException broken) {
            refuse(MapFault.CANNOT_WRITE, String.valueOf(broken.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | StackOverflowError unforeseen) {
            LOG.error("preparing the map failed", unforeseen);
            refuse(MapFault.IMPORT_FAILED, "the map " + settings.map() + " cannot be used: " + unforeseen);
        } finally {
            importing = false;
        }
    }

    private boolean isWorthALook() {
        FileStamps stamps = settings.stamps();
        boolean changed = !stamps.equals(seen);
        if (changed) {
            retryAfter = FIRST_RETRY;
            seen = stamps;
        }
        return changed || !clock.instant().isBefore(retryAt);
    }

    private Optional<RefusedMap> readRegister() {
        try {
            RoadBook book = RoadBook.find(settings.dataFolder()).orElseGet(RoadBook::empty);
            register.switchTo(book);
            posts = KmPosts.of(book);
            return Optional.empty();
        } catch (BrokenRow broken) { // the book that was there before stays
            return Optional.of(refusal(MapFault.BROKEN_ROAD_BOOK, String.valueOf(broken.getMessage())));
        }
    }

    private void openIfNew() throws InterruptedException, ExecutionException, TimeoutException {
        String version = RoadMap.version(settings.map(), settings.models(), settings.elevation());
        if (opened != null && opened.version().equals(version)) {
            drawPostsAnew(opened);
            return;
        }
        importing = true;
        long began = System.nanoTime();
        ImportRoom.check(settings.map(), MapSource.of(settings.map()).files());
        OpenedMap next = OpenedMap.open(vertx, settings, register, places, posts, checks);
        try {
            mustServeTheStations(next);
            roads.switchTo(next.roads())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSURES_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (MapRefused | ExecutionException | TimeoutException notUsed) {
            next.close();
            throw notUsed;
        }
        takeOver(next, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** The road book may have changed beside a map that has not. */
    private void drawPostsAnew(OpenedMap map) {
        if (!map.posts().equals(posts)) {
            OpenedMap redrawn = map.drawnWith(posts);
            opened = redrawn;
            baseMap.switchTo(redrawn.tiles());
            vertx.setTimer(OLD_MAP_STAYS.toMillis(), timer -> map.tiles().close());
            whenChanged.run();
        }
    }

    /** The first map must serve somebody; one that takes another's place, everybody whom that one serves. */
    private void mustServeTheStations(OpenedMap next) {
        int all = settings.stations().size();
        long onNext = stationsOn(next);
        long needed = opened == null ? Math.min(1, all) : stationsOn(opened);
        if (onNext < needed) {
            throw new MapRefused(
                    settings.map(),
                    MapFault.OTHER_REGION,
                    "only " + onNext + " of the " + all + " stations lie on it"
                            + (opened == null ? "" : ", and " + needed + " on the map in force")
                            + "; it covers " + next.bounds());
        }
        if (onNext < all) {
            LOG.warn("{} of {} stations lie outside the map {}", all - onNext, all, settings.map());
        }
    }

    private long stationsOn(OpenedMap map) {
        return settings.stations().stream().filter(map.bounds()::contains).count();
    }

    private void takeOver(OpenedMap next, long ms) {
        OpenedMap before = opened;
        opened = next;
        baseMap.switchTo(next.tiles());
        if (before == null) {
            since = clock.instant();
        } else {
            vertx.setTimer(OLD_MAP_STAYS.toMillis(), timer -> before.close());
        }
        figures.took(ms);
        LOG.info("the map {} ({}) is in force after {} ms", settings.map(), next.version(), ms);
        if (!roads.unmatched().isEmpty()) {
            LOG.warn(
                    "{} road closures shut no road on this map",
                    roads.unmatched().size());
        }
        importing = false;
        refused = null;
        whenChanged.run();
    }

    private void settle(@Nullable RefusedMap remaining) {
        boolean changed = refused != null || remaining != null;
        refused = remaining;
        if (remaining != null) {
            LOG.warn("{}", remaining.sentence());
        }
        importing = false;
        if (changed) {
            whenChanged.run();
        }
    }

    private void refuse(MapFault fault, String sentence) {
        RefusedMap before = refused;
        RefusedMap now = refusal(fault, sentence);
        retryAt = now.at().plus(retryAfter);
        retryAfter = Duration.ofSeconds(Math.min(2 * retryAfter.toSeconds(), LONGEST_RETRY.toSeconds()));
        importing = false;
        if (before != null && before.fault() == fault && before.sentence().equals(sentence)) {
            return; // said once; it goes on being so since then
        }
        refused = now;
        LOG.warn("{}: {} {}", fault, sentence, opened == null ? "Times are estimates." : "The map before it stays.");
        whenChanged.run();
    }

    private RefusedMap refusal(MapFault fault, String sentence) {
        figures.refused(fault);
        return new RefusedMap(fault, sentence, clock.instant());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
