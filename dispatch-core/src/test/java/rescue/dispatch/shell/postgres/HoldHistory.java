package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.plan;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.flow.ExpireHolds;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.road.VehicleClass;

/** One random history of beds in two hospitals, and what a plain model says of it. */
final class HoldHistory {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<BedKind> KINDS = List.of(BedKind.EMERGENCY, BedKind.ICU);
    private static final int MOST_BEDS = 3;
    private static final int UNITS = 8;

    /** A unit under way, as the model has it. */
    private static final class Trip {
        final UUID incident;
        final UUID assignment;
        final String unit;

        @Nullable
        String hospital;

        @Nullable
        Bed bed;

        @Nullable
        HoldState state;

        int beds = 1;
        boolean runsOut;
        AssignmentStatus status = AssignmentStatus.NOTIFIED;

        Trip(UUID incident, UUID assignment, String unit) {
            this.incident = incident;
            this.assignment = assignment;
            this.unit = unit;
        }

        boolean isKept() {
            return state == HoldState.FIRM || state == HoldState.CONFIRMED || state == HoldState.ARRIVED;
        }

        /** Its time is over, though nobody may have noticed yet. */
        boolean hasLapsed() {
            return runsOut && (state == HoldState.FIRM || state == HoldState.CONFIRMED);
        }
    }

    private record Bed(String hospital, BedKind kind) implements Comparable<Bed> {
        @Override
        public int compareTo(Bed other) {
            return toString().compareTo(other.toString());
        }
    }

    private final TestShell shell;
    private final ExpireHolds expire;
    private final Random random;
    private final String prefix;
    private final Map<Bed, Integer> reported = new TreeMap<>();
    private final List<Trip> trips = new ArrayList<>();
    private final List<String> free = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();
    private int presses;
    private int refusals;
    private int conflicts;

    HoldHistory(TestShell shell, long seed) {
        this.shell = shell;
        this.random = new Random(seed);
        this.prefix =
                "h" + UUID.randomUUID().toString().substring(0, 8) + "-"; // a tampered one is played several times
        this.expire = new ExpireHolds(shell.log, InstantSource.system(), () -> {});
        for (String hospital : List.of(prefix + "A", prefix + "B")) {
            shell.hospital(hospital, 1);
            reported.put(new Bed(hospital, BedKind.EMERGENCY), 1);
            report(new Bed(hospital, BedKind.ICU), 2);
        }
        for (int i = 0; i < UNITS; i++) {
            free.add(shell.unit(prefix + i));
        }
    }

    /** One thing that happens. */
    void step() {
        int what = random.nextInt(100);
        if (what < 30) {
            send(randomBed(), random.nextInt(4) == 0);
        } else if (what < 50) {
            press();
        } else if (what < 60) {
            answer(random.nextInt(3) == 0 ? PreArrivalAnswer.DECLINE : PreArrivalAnswer.ACCEPT);
        } else if (what < 70) {
            divert();
        } else if (what < 75) {
            standDown();
        } else if (what < 93) {
            report(randomBed(), random.nextInt(MOST_BEDS + 1));
        } else {
            sweep();
        }
    }

    /** Every unit comes home; then nobody keeps a bed any more. */
    void endAll() {
        for (Trip trip : List.copyOf(trips)) {
            press(
                    trip,
                    trip.status.compareTo(AssignmentStatus.HANDED_OVER) < 0
                            ? AssignmentStatus.CANCELLED
                            : AssignmentStatus.IN_SERVICE);
        }
        sweep();
    }

    void sendWhereABedIsFree() {
        endAll();
        report(randomBed(), MOST_BEDS);
        reported.keySet().stream().filter(bed -> freeOf(bed) > 1).findFirst().ifPresent(bed -> send(bed, false));
    }

    /** Out of everybody's way, however broken it was left. */
    void forgetAll() {
        await(shell.pool
                .query("UPDATE bed_hold SET expiry_told = true WHERE hospital_id LIKE '" + prefix + "%'")
                .execute());
    }

    private void send(Bed bed, boolean runsOut) {
        if (free.isEmpty()) {
            return;
        }
        String unit = free.remove(random.nextInt(free.size()));
        var trip = new Trip(shell.opened().id(), UUID.randomUUID(), unit);
        int beds = 1 + random.nextInt(2);
        Hold hold = several(bed, beds, runsOut ? LONG_AGO : FAR_AHEAD);
        var event = new UnitAssigned(
                trip.assignment,
                unit,
                unit,
                VehicleClass.AMBULANCE,
                bed.hospital,
                bed.hospital,
                hold,
                plan(40),
                null,
                NOW,
                "operator");
        say("send " + unit + " to " + beds + " " + bed + (runsOut ? ", for no time" : ""));
        if (isTaken(trip, event, bed, beds)) {
            trips.add(trip);
            hold(trip, bed, beds, runsOut);
        } else {
            free.add(unit);
        }
    }

    private void divert() {
        Trip trip = any(each -> each.status.compareTo(AssignmentStatus.AT_DESTINATION) < 0);
        if (trip == null) {
            return;
        }
        Bed bed = randomBed();
        boolean holds = random.nextInt(4) > 0;
        int beds = 1 + random.nextInt(2);
        say("divert " + trip.unit + " to " + bed + (holds ? ", " + beds : " without a bed"));
        HoldState before = trip.state;
        Bed had = trip.bed;
        if (trip.isKept()) { // its own is given back first, and may be the one it gets
            trip.state = HoldState.RELEASED;
        }
        Hold hold = holds ? several(bed, beds, FAR_AHEAD) : null;
        var event = new DestinationChanged(
                trip.assignment, bed.hospital, bed.hospital, hold, plan(30), null, NOW, "operator");
        if (!holds) {
            shell.append(trip.incident, event);
            trip.hospital = bed.hospital;
        } else if (isTaken(trip, event, bed, beds)) {
            hold(trip, bed, beds, false);
        } else {
            trip.state = before;
            trip.bed = had;
        }
    }

    private static Hold several(Bed bed, int beds, Instant until) {
        return new Hold(bed.kind, HoldState.FIRM, until, beds == 1 ? Map.of() : Map.of(bed.kind, beds - 1));
    }

    /** Whether the beds were got; the model knows beforehand. */
    private boolean isTaken(Trip trip, IncidentEvent event, Bed bed, int beds) {
        boolean expected = freeOf(bed) >= beds;
        Appended answer = await(shell.log.append(List.of(new IncidentLog.Entry(
                trip.incident, shell.incident(trip.incident).version(), event))));
        assertEquals(expected ? new Appended.Done() : new Appended.NoBed(bed.hospital), answer);
        refusals += expected ? 0 : 1;
        return expected;
    }

    private void hold(Trip trip, Bed bed, int beds, boolean runsOut) {
        trips.stream() // who takes a bed clears away those whose time had run out
                .filter(each -> each != trip && bed.equals(each.bed) && each.hasLapsed())
                .forEach(each -> each.state = HoldState.EXPIRED);
        trip.hospital = bed.hospital;
        trip.bed = bed;
        trip.beds = beds;
        trip.state = HoldState.FIRM;
        trip.runsOut = runsOut;
    }

    private void press() {
        Trip trip = any(each -> true);
        if (trip != null) {
            press(trip, AssignmentStatus.values()[trip.status.ordinal() + 1]);
        }
    }

    private void standDown() {
        Trip trip = any(each -> each.status.compareTo(AssignmentStatus.AT_DESTINATION) < 0);
        if (trip != null) {
            press(trip, AssignmentStatus.CANCELLED);
        }
    }

    private void press(Trip trip, AssignmentStatus status) {
        say(trip.unit + " " + status);
        shell.append(
                trip.incident,
                new UnitStatusRecorded(
                        trip.assignment,
                        status,
                        NOW,
                        prefix + "tablet",
                        presses++,
                        "no longer needed",
                        NOW,
                        trip.unit));
        trip.status = status;
        if (trip.isKept()) {
            trip.state = switch (status) {
                case AT_DESTINATION -> HoldState.ARRIVED;
                case HANDED_OVER -> HoldState.OCCUPIED;
                case IN_SERVICE, CANCELLED -> HoldState.RELEASED;
                default -> trip.state;
            };
            if (trip.state == HoldState.OCCUPIED && trip.bed != null) { // no longer among the available
                reported.computeIfPresent(trip.bed, (bed, count) -> Math.max(0, count - trip.beds));
            }
        }
        if (status.isOver()) {
            trips.remove(trip);
            free.add(trip.unit);
        }
    }

    private void answer(PreArrivalAnswer answer) {
        Trip trip = any(each -> each.hospital != null && each.status.compareTo(AssignmentStatus.AT_DESTINATION) < 0);
        if (trip == null || trip.hospital == null) {
            return;
        }
        say(trip.hospital + " says " + answer + " to " + trip.unit);
        shell.append(
                trip.incident, new PreArrivalAnswered(trip.assignment, trip.hospital, answer, "full", NOW, "nurse"));
        if (trip.isKept()) {
            trip.state = answer == PreArrivalAnswer.DECLINE ? HoldState.REFUSED : HoldState.CONFIRMED;
        }
        trip.hospital = answer == PreArrivalAnswer.DECLINE ? null : trip.hospital;
    }

    private void report(Bed bed, int count) {
        say(bed.hospital + " counts " + bed.kind + " " + count);
        await(shell.hospitals.report(
                new CapacityReport(
                        bed.hospital, Map.of(bed.kind, count), Map.of(), null, null, "nurse", ReportSource.PAGE, NOW),
                Filing.PLAIN));
        reported.put(bed, count);
        conflicts += keptOf(bed) > count ? 1 : 0;
    }

    private void sweep() {
        say("what has run out is told");
        await(expire.sweep());
        trips.stream().filter(Trip::hasLapsed).forEach(each -> each.state = HoldState.EXPIRED);
        trips.stream()
                .filter(each -> each.hospital != null && each.state != null)
                .forEach(this::checkTheLog);
    }

    /** What has run out has been told by now: the log says the same as the rows, or somebody relies on a bed that is gone. */
    private void checkTheLog(Trip trip) {
        Hold known = shell.incident(trip.incident)
                .findAssignment(trip.assignment)
                .orElseThrow()
                .hold();
        if (trip.isKept()
                || (trip.state == HoldState.EXPIRED && known != null)) { // none after a diversion without a bed
            assertEquals(
                    trip.state, known == null ? null : known.state(), "what the log says of the bed of " + trip.unit);
        }
    }

    /** The board and the rows against the model, and the rows against each other. */
    void check() {
        for (Map.Entry<Bed, Integer> each : reported.entrySet()) {
            Bed bed = each.getKey();
            BedCount shown = await(shell.hospitals.find(bed.hospital))
                    .orElseThrow()
                    .capacity()
                    .findBeds(bed.kind)
                    .orElseThrow();
            assertEquals(new BedCount(each.getValue(), (int) keptOf(bed)), shown, bed.toString());
            assertEquals(Math.max(0, each.getValue() - keptOf(bed)), shown.free(), "free of " + bed);
            Row row = row("""
                    SELECT held, conflict, reported,
                           (SELECT count(*)::integer FROM bed_hold r
                            WHERE r.hospital_id = b.hospital_id AND r.kind = b.kind
                              AND r.state IN ('FIRM', 'CONFIRMED', 'ARRIVED')) AS rows
                    FROM hospital_bed b
                    WHERE hospital_id = $1 AND kind = $2
                    """, Tuple.of(bed.hospital, bed.kind.name()));
            assertEquals(row.getInteger("rows"), row.getInteger("held"), "each held bed has one who holds it: " + bed);
            assertEquals(
                    Math.max(0, row.getInteger("held") - row.getInteger("reported")),
                    row.getInteger("conflict"),
                    "more promised than there are is a conflict to be seen: " + bed);
        }
        for (Trip trip : trips) {
            if (trip.bed == null) {
                continue;
            }
            String stored = row(
                            "SELECT state FROM bed_hold WHERE assignment_id = $1 ORDER BY held_at DESC, ctid DESC LIMIT 1",
                            Tuple.of(trip.assignment))
                    .getString("state");
            assertEquals(String.valueOf(trip.state), stored, "the bed of " + trip.unit);
        }
    }

    List<Long> heldAndConflict() {
        Row row = row(
                "SELECT sum(held)::bigint AS held, sum(conflict)::bigint AS conflict FROM hospital_bed WHERE hospital_id LIKE $1",
                Tuple.of(prefix + "%"));
        return List.of(row.getLong("held"), row.getLong("conflict"));
    }

    private Row row(String sql, Tuple tuple) {
        return await(shell.pool.preparedQuery(sql).execute(tuple)).iterator().next();
    }

    private long keptOf(Bed bed) {
        return trips.stream()
                .filter(each -> bed.equals(each.bed) && each.isKept() && !each.hasLapsed())
                .mapToInt(each -> each.beds)
                .sum();
    }

    private long freeOf(Bed bed) {
        return Math.max(0, reported.getOrDefault(bed, 0) - keptOf(bed));
    }

    private Bed randomBed() {
        return new Bed(prefix + (random.nextBoolean() ? "A" : "B"), KINDS.get(random.nextInt(KINDS.size())));
    }

    private @Nullable Trip any(java.util.function.Predicate<Trip> which) {
        List<Trip> fit = trips.stream().filter(which).toList();
        return fit.isEmpty() ? null : fit.get(random.nextInt(fit.size()));
    }

    private void say(String what) {
        told.append(what.replace(prefix, "")).append('\n');
    }

    String told() {
        return told.toString();
    }

    String prefix() {
        return prefix;
    }

    int refusals() {
        return refusals;
    }

    int conflicts() {
        return conflicts;
    }
}
