package rescue.dispatch.simulation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import java.util.function.Function;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.AssignUnit;
import rescue.dispatch.flow.CloseIncident;
import rescue.dispatch.flow.DivertTransport;
import rescue.dispatch.flow.ExpireHolds;
import rescue.dispatch.flow.MergeIncidents;
import rescue.dispatch.flow.Placing;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.RecommendDispatch;
import rescue.dispatch.flow.RecordUnitStatus;
import rescue.dispatch.flow.ReopenIncident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.UnitBoard;

/** One server: the real use cases, its lines to the store, and a life that may end between any two steps. */
final class Node {

    /** What a node can be asked for. */
    record UseCases(
            ReceiveAlert receive,
            RecommendDispatch recommend,
            AssignUnit assign,
            RecordUnitStatus record,
            AnswerPreArrival answer,
            DivertTransport divert,
            MergeIncidents merge,
            CloseIncident close,
            ReopenIncident reopen,
            ExpireHolds expire) {}

    private static final long SWEEPS_EVERY_MS = 60_000;

    private final String name;
    private final Turns turns;
    private final Weather weather;
    private final Stores stores;
    private final Line line;
    private final Line.Life life = new Line.Life();
    private UseCases useCases;
    private boolean up = true;
    private long things;

    Node(String name, Turns turns, Weather weather, Stores stores) {
        this.name = name;
        this.turns = turns;
        this.weather = weather;
        this.stores = stores;
        this.line = new Line(turns, weather);
        this.useCases = wire();
        sweepForEver();
    }

    private UseCases wire() {
        IncidentLog log = line.to(IncidentLog.class, stores.log(), life);
        UnitBoard units = line.to(UnitBoard.class, stores.units(), life);
        HospitalBoard hospitals = line.to(HospitalBoard.class, stores.hospitals(), life);
        RoadNetwork roads = stores.roads();
        Placing placing = new Placing(stores.posts(), roads, stores.names(), code -> java.util.Optional.empty());
        var recommend = new RecommendDispatch(log, units, hospitals, new NobodyChooses(), roads, turns::now);
        Runnable nobody = () -> {};
        return new UseCases(
                new ReceiveAlert(log, placing, ids(), turns::now, nobody::run),
                recommend,
                new AssignUnit(log, units, hospitals, roads, recommend, ids(), turns::now, nobody::run),
                new RecordUnitStatus(log, turns::now, nobody::run),
                new AnswerPreArrival(log, turns::now, nobody::run),
                new DivertTransport(log, units, hospitals, roads, turns::now, nobody::run),
                new MergeIncidents(log, turns::now, nobody::run),
                new CloseIncident(log, turns::now, nobody::run),
                new ReopenIncident(log, turns::now, nobody::run),
                new ExpireHolds(log, turns::now, nobody::run));
    }

    /** Different on every node, and the same in every run of a seed. */
    private Ids ids() {
        return new Ids() {
            @Override
            public UUID next() {
                things++;
                return UUID.nameUUIDFromBytes((name + things).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }

            @Override
            public String trackingCode() {
                things++;
                return name + "-" + things;
            }
        };
    }

    /**
     * A request of a client: refused by a node that is down, perhaps lost on the way, perhaps delivered twice, perhaps
     * done and never answered.
     */
    <T> Future<T> ask(Function<UseCases, Future<T>> request) {
        Promise<T> answer = Promise.promise();
        turns.in(Line.GIVES_UP_MS, () -> answer.tryFail(Line.UNHEARD));
        int copies = weather.doubles() ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (!weather.loses()) {
                turns.in(weather.delayMs(), () -> arrive(request, answer));
            }
        }
        return answer.future();
    }

    private <T> void arrive(Function<UseCases, Future<T>> request, Promise<T> answer) {
        if (!up) {
            answer.tryFail(Line.UNHEARD);
            return;
        }
        request.apply(useCases).onComplete(done -> {
            if (!weather.loses()) {
                turns.in(weather.delayMs(), () -> {
                    if (done.succeeded()) {
                        answer.tryComplete(done.result());
                    } else {
                        answer.tryFail(done.cause());
                    }
                });
            }
        });
    }

    /** kill -9: what it was waiting for is answered to nobody, what it had sent may still have its effect. */
    void crash() {
        up = false;
        life.ends();
    }

    void starts() {
        if (!up) {
            up = true;
            useCases = wire();
        }
    }

    private void sweepForEver() {
        turns.in(SWEEPS_EVERY_MS, () -> {
            if (up) {
                useCases.expire().sweep();
            }
            if (!stores.isOver()) {
                sweepForEver();
            }
        });
    }
}
