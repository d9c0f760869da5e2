package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Handovers;
import rescue.dispatch.port.Handovers.Handover;
import rescue.dispatch.port.Ids;

/** One shift writes down what the next must know; the next has read it and takes over. */
public final class HandOverShift {

    private final Handovers handovers;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;

    public HandOverShift(Handovers handovers, Ids ids, InstantSource clock, ChangeBell bell) {
        this.handovers = handovers;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    /** The handover as it is kept, with the incidents that are open now. */
    public Future<Outcome<Handover>> write(String note, String by) {
        if (note.isBlank()) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.TEXT_MISSING, "note"));
        }
        return handovers
                .list(1)
                .compose(last -> sentAgain(last, note, by)
                        .map(kept -> Future.succeededFuture(Outcome.done(kept)))
                        .orElseGet(() -> handovers
                                .write(ids.next(), note, by, clock.instant())
                                .onSuccess(done -> bell.ring())
                                .map(Outcome::done)));
    }

    /** The same words of the same person, before anybody took over: a page that heard no answer has sent them again. */
    private static Optional<Handover> sentAgain(List<Handover> last, String note, String by) {
        return last.stream()
                .filter(kept -> !kept.isAccepted()
                        && kept.note().equals(note)
                        && kept.by().equals(by))
                .findFirst();
    }

    /** The handover with whoever took over first; to all who come later it says who that was. */
    public Future<Outcome<Handover>> accept(UUID id, String by) {
        return handovers.accept(id, by, clock.instant()).compose(accepted -> {
            if (accepted) {
                bell.ring();
            }
            return handovers
                    .find(id)
                    .map(found -> found.map(Outcome::done)
                            .orElseGet(() -> Outcome.refused(RefusalCode.HANDOVER_UNKNOWN, id)));
        });
    }
}
