package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.road.RoadClosure;

/**
 * The road closures as entered, durably, and the numbered states of the roads that came of them; what they do to driving
 * times is {@link RoadNetwork}'s business.
 */
public interface RoadClosures {

    /**
     * What has been entered and lifted after a revision.
     *
     * @param revision counts what is entered and lifted; everything up to it is known now
     * @param asOf the database's clock: road closures begin and end by it
     * @param entered neither lifted nor over, oldest first
     * @param lifted entered at any time, and lifted after the revision asked
     */
    record Changes(long revision, Instant asOf, List<RoadClosure> entered, Set<UUID> lifted) {
        public Changes {
            entered = List.copyOf(entered);
            lifted = Set.copyOf(lifted);
        }
    }

    /** From revision 0 everything that stands. */
    Future<Changes> listChanges(long afterRevision);

    /**
     * What is in force at some time, to be numbered.
     *
     * @param map names the map
     * @param inForce how many road closures
     * @param digest of what is in force: the same digest, the same state
     */
    record Found(String map, long revision, Instant at, int inForce, String digest) {}

    /**
     * The version of that state: the newest of this map if it is the same state, otherwise a new and greater one. Empty
     * when a later state has its number already, so that whoever asks must look again.
     */
    Future<Optional<Long>> number(Found state);

    /**
     * A numbered state, to replay what was decided in it.
     *
     * @param standing neither lifted nor over then; some of it may have been between its seasons or hours
     */
    record Numbered(long version, String map, Instant at, List<RoadClosure> standing) {
        public Numbered {
            standing = List.copyOf(standing);
        }
    }

    Future<Optional<Numbered>> findState(long version);

    /** All or none, in one transaction. */
    Future<Void> enter(List<RoadClosure> closures, String by);

    /** False when there is no such closure, or it is lifted or over. */
    Future<Boolean> lift(UUID id, String by);
}
