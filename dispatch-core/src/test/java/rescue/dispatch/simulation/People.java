package rescue.dispatch.simulation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentLifecycle;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.flow.AssignUnit.Order;
import rescue.dispatch.flow.DivertTransport.Diversion;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.RecordUnitStatus.Press;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.story.TownRoads;

/** Everybody who asks something of the nodes: callers, operators, crews with their tablets, nurses. */
final class People {

    private static final long TRIES_AGAIN_MS = 2_000;
    private static final List<String> KINDS = List.of("TRAFFIC_COLLISION", "LANDSLIDE", "MEDICAL");
    private static final int ROAD_MINUTES = 60;

    /** What a tablet has to say and has not been heard with. */
    private static final class Tablet {
        private final Deque<Press> unsent = new ArrayDeque<>();
        private long seq;
        private boolean sending;
    }

    private final Turns turns;
    private final Weather weather;
    private final Stores stores;
    private final Invariants invariants;
    private final IntFunction<Node> nodes;
    private final SplittableRandom chance;
    private final Map<String, Tablet> tablets = new HashMap<>();
    private int alerts;
    private long deskPresses;

    People(
            Turns turns,
            Weather weather,
            Stores stores,
            Invariants invariants,
            IntFunction<Node> nodes,
            SplittableRandom chance) {
        this.turns = turns;
        this.weather = weather;
        this.stores = stores;
        this.invariants = invariants;
        this.nodes = nodes;
        this.chance = chance;
    }

    /** Somebody does something. */
    void act() {
        switch (chance.nextInt(12)) {
            case 0, 1, 2 -> call();
            case 3, 4 -> send();
            case 5, 6, 7 -> press();
            case 8 -> answer();
            case 9 -> divert();
            case 10 -> tidy();
            default -> count();
        }
    }

    private void call() {
        alerts++;
        String key = "call " + alerts;
        String kind = KINDS.get(chance.nextInt(KINDS.size()));
        var at = TownRoads.minute(chance.nextInt(ROAD_MINUTES));
        var told = new ReceiveAlert.Told(
                AlertSource.PHONE,
                kind,
                new ToldPlace(at.lat(), at.lon(), null, null, null, null),
                null,
                null,
                null,
                null,
                null);
        untilHeard(
                use -> use.receive().receive(new IdempotencyKey(key, kind + at), told, "public"),
                taken -> taken.fold(
                        done -> {
                            invariants.acknowledged(key, done.receipt());
                            return null;
                        },
                        refused -> {
                            throw new Invariants.Broken("an alert was refused: " + refused.code());
                        }));
    }

    /** The best option, or another; two operators may choose the same unit in the same instant. */
    private void send() {
        open().ifPresent(incident -> any().ask(use -> use.recommend().recommend(incident.id()))
                .onSuccess(outcome -> outcome.fold(
                        found -> {
                            if (!found.options().isEmpty()) {
                                var option = found.options()
                                        .get(chance.nextInt(found.options().size()));
                                String hospital = option.hospital() == null
                                        ? null
                                        : option.hospital().id();
                                var order = new Order(
                                        incident.id(),
                                        option.unit().id(),
                                        hospital,
                                        "because",
                                        "the ward",
                                        List.of(),
                                        "operator");
                                any().ask(use -> use.assign().assign(order));
                            }
                            return null;
                        },
                        refused -> null)));
    }

    /** A crew presses what its tablet shows; the desk now and then stands a unit down. */
    private void press() {
        String unit = Stores.UNITS.get(chance.nextInt(Stores.UNITS.size()));
        stores.log().findActive(unit).ifPresent(assignment -> {
            if (chance.nextInt(8) == 0) {
                deskPresses++;
                var press = press(assignment, AssignmentStatus.CANCELLED, "desk", deskPresses);
                any().ask(use -> use.record().record(press));
                return;
            }
            Tablet tablet = tablets.computeIfAbsent(unit, none -> new Tablet());
            List<AssignmentStatus> next = AssignmentLifecycle.allowedAfter(assignment.status());
            AssignmentStatus status = next.get(chance.nextInt(4) == 0 ? chance.nextInt(next.size()) : 0);
            tablet.seq++;
            tablet.unsent.add(press(assignment, status, "tablet " + unit, tablet.seq));
            send(tablet);
        });
    }

    private Press press(Assignment assignment, AssignmentStatus status, String device, long seq) {
        Instant pressed = turns.now().plusSeconds(chance.nextInt(600) - 300L); // its clock is not ours
        return new Press(assignment.id(), status, device, seq, pressed, null, "crew");
    }

    /** In order, one at a time, each until it is heard: accepted or refused. */
    private void send(Tablet tablet) {
        Press press = tablet.unsent.peek();
        if (press == null || tablet.sending) {
            return;
        }
        tablet.sending = true;
        any().ask(use -> use.record().record(press)).onComplete(heard -> {
            tablet.sending = false;
            if (heard.succeeded()) {
                tablet.unsent.remove();
                send(tablet);
            } else {
                turns.in(TRIES_AGAIN_MS, () -> send(tablet));
            }
        });
    }

    private void answer() {
        String unit = Stores.UNITS.get(chance.nextInt(Stores.UNITS.size()));
        stores.log().findActive(unit).ifPresent(assignment -> {
            String hospital = assignment.hospitalId();
            if (hospital != null) {
                PreArrivalAnswer said = PreArrivalAnswer.values()[chance.nextInt(PreArrivalAnswer.values().length)];
                any().ask(use -> use.answer().answer(hospital, assignment.id(), said, "full", "nurse"));
            }
        });
    }

    private void divert() {
        String unit = Stores.UNITS.get(chance.nextInt(Stores.UNITS.size()));
        String hospital = Stores.HOSPITALS.get(chance.nextInt(Stores.HOSPITALS.size()));
        stores.log()
                .findActive(unit)
                .ifPresent(assignment -> any().ask(use -> use.divert()
                        .divert(new Diversion(
                                assignment.id(), hospital, "declined", "because", "the ward", "operator"))));
    }

    /** Merges, takes it back, closes, opens again: whatever an operator does when it is quiet. */
    private void tidy() {
        List<Incident> all = stores.log().listAll();
        if (all.size() < 2) {
            return;
        }
        Incident one = all.get(chance.nextInt(all.size()));
        Incident other = all.get(chance.nextInt(all.size()));
        switch (chance.nextInt(4)) {
            case 0 -> any().ask(use -> use.merge().merge(one.id(), other.id(), "operator"));
            case 1 -> any().ask(use -> use.merge().unmerge(one.id(), "operator"));
            case 2 -> any().ask(use -> use.close().close(one.id(), Disposition.CANCELLED, null, "operator"));
            default -> any().ask(use -> use.reopen().reopen(one.id(), "not over", "operator"));
        }
    }

    private void count() {
        String hospital = Stores.HOSPITALS.get(chance.nextInt(Stores.HOSPITALS.size()));
        stores.reports(hospital, chance.nextInt(4));
        invariants.countedFewer(hospital);
    }

    private <T> void untilHeard(Function<Node.UseCases, Future<T>> request, Function<T, Void> heard) {
        any().ask(request).onComplete(done -> {
            if (done.succeeded()) {
                heard.apply(done.result());
            } else {
                turns.in(TRIES_AGAIN_MS, () -> untilHeard(request, heard));
            }
        });
    }

    private java.util.Optional<Incident> open() {
        List<Incident> open =
                stores.log().listAll().stream().filter(Incident::isOpen).toList();
        return open.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(open.get(chance.nextInt(open.size())));
    }

    private Node any() {
        return nodes.apply(weather.isFair() ? 0 : chance.nextInt(World.NODES));
    }
}
