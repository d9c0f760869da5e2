package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.DestinationAsk;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.decision.Option;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.flow.AcknowledgeIncident;
import rescue.dispatch.flow.AddToAlert;
import rescue.dispatch.flow.AnswerPreArrival;
import rescue.dispatch.flow.AskDestination;
import rescue.dispatch.flow.AssignUnit;
import rescue.dispatch.flow.ChooseHospital;
import rescue.dispatch.flow.CloseIncident;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.flow.DivertTransport;
import rescue.dispatch.flow.ExpireHolds;
import rescue.dispatch.flow.FollowRoads;
import rescue.dispatch.flow.KeepPhoto;
import rescue.dispatch.flow.MergeIncidents;
import rescue.dispatch.flow.NoteIncident;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.Placing;
import rescue.dispatch.flow.PlanCasualties;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.RecommendDispatch;
import rescue.dispatch.flow.RecordPatient;
import rescue.dispatch.flow.RecordUnitStatus;
import rescue.dispatch.flow.ReopenIncident;
import rescue.dispatch.flow.ReviseIncident;
import rescue.dispatch.flow.SeeCoverage;
import rescue.dispatch.flow.WatchRoutes;
import rescue.dispatch.flow.WeighPair;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.CasualtyPolicy;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.Receipt;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;

/**
 * A small town with one road straight north, on which one degree is an hour: all ports in memory, all use cases over
 * them. Places are minutes along the road. Answers are told in a line, so that a story reads as one.
 */
final class Town {

    private Instant now = Samples.NOW;
    private long count;
    private final List<RoadClosure> closed = new ArrayList<>();
    private final TownRoads roads = new TownRoads();
    private final TownHospitals hospitals = new TownHospitals();
    private final TownLog log = new TownLog(() -> now, hospitals::reportedBeds);
    private final TownUnits units = new TownUnits(log, () -> now);
    private int rung;

    private final Ids ids = new Ids() {
        @Override
        public UUID next() {
            count++;
            return Samples.id("thing " + count);
        }

        @Override
        public String trackingCode() {
            count++;
            return "code-" + count;
        }
    };

    private final RoadRegister noPosts = new RoadRegister() {
        @Override
        public Located locate(RoadKm roadKm) {
            return new Located.Nowhere(
                    new UnlocatableRoad(UnlocatableRoad.Code.ROAD_UNKNOWN, roadKm.road(), 0, 0, List.of()));
        }

        @Override
        public Optional<NearestPost> nearest(LatLon point, double withinM) {
            return Optional.empty();
        }

        @Override
        public List<RegisteredRoad> listRoads() {
            return List.of();
        }
    };

    private final List<Gazetteer.Place> villages = new ArrayList<>();

    private final Gazetteer names = new Gazetteer() {
        @Override
        public List<Place> listInhabited() {
            return villages;
        }

        @Override
        public List<Place> search(String query, int limit) {
            return List.of();
        }

        @Override
        public Optional<String> findCommune(LatLon point) {
            return Optional.empty();
        }
    };

    private final RoadClosures book = new RoadClosures() {
        private final Set<UUID> lifted = new HashSet<>();
        private long version;

        @Override
        public Future<Changes> listChanges(long afterRevision) {
            return Future.succeededFuture(new Changes(1, now, closed, lifted));
        }

        @Override
        public Future<Optional<Long>> number(Found state) {
            version++;
            return Future.succeededFuture(Optional.of(version));
        }

        @Override
        public Future<Optional<Numbered>> findState(long asked) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Void> enter(List<RoadClosure> closures, String by) {
            closed.addAll(closures);
            return Future.succeededFuture();
        }

        @Override
        public Future<Boolean> lift(UUID id, String by) {
            boolean there = closed.removeIf(closure -> closure.id().equals(id));
            lifted.add(id);
            return Future.succeededFuture(there);
        }
    };

    private final ChangeBell bell = () -> rung++;
    private final TownSoftHolds choosing = new TownSoftHolds(hospitals, () -> now);
    private final Placing placing = new Placing(noPosts, roads, names, code -> Optional.empty());
    private final SeeCoverage coverage = new SeeCoverage(units, names, roads, () -> now);
    private final ReceiveAlert receive = new ReceiveAlert(log, placing, ids, () -> now, bell);
    private final ReviseIncident revise = new ReviseIncident(log, placing, () -> now, bell);
    private final RecommendDispatch recommend =
            new RecommendDispatch(log, units, hospitals, choosing, roads, () -> now);
    private final WeighPair weigh = new WeighPair(log, units, hospitals, roads, () -> now);
    private final ChooseHospital choose = new ChooseHospital(log, hospitals, choosing, bell);
    private final AssignUnit assign = new AssignUnit(log, units, hospitals, roads, recommend, ids, () -> now, bell);
    private final PlanCasualties plan = new PlanCasualties(
            log, units, hospitals, roads, scene -> Future.succeededFuture(CasualtyPolicy.decide(scene)), () -> now);
    private final RecordUnitStatus record = new RecordUnitStatus(log, () -> now, bell);
    private final RecordPatient cards = new RecordPatient(log, () -> now, bell);
    private final AskDestination asks = new AskDestination(log, hospitals, () -> now, bell);
    private final AddToAlert addToAlert = new AddToAlert(log, ids, () -> now, bell);
    private final TownPhotos photos = new TownPhotos(log);
    private final KeepPhoto keepPhoto = new KeepPhoto(log, photos, photos, ids, () -> now, bell);
    private final AnswerPreArrival answer = new AnswerPreArrival(log, () -> now, bell);
    private final DivertTransport divert = new DivertTransport(log, units, hospitals, roads, () -> now, bell);
    private final WatchRoutes watch = new WatchRoutes(log, units, hospitals, roads, () -> now, bell);
    private final WatchRoutes otherWatch = new WatchRoutes(log, units, hospitals, roads, () -> now, bell);
    private final CloseIncident close = new CloseIncident(log, () -> now, bell);
    private final ReopenIncident reopen = new ReopenIncident(log, () -> now, bell);
    private final AcknowledgeIncident acknowledge = new AcknowledgeIncident(log, () -> now, bell);
    private final NoteIncident note = new NoteIncident(log, () -> now, bell);
    private final MergeIncidents merge = new MergeIncidents(log, () -> now, bell);
    private final ExpireHolds expire = new ExpireHolds(log, () -> now, bell);
    private final FollowRoads follow = new FollowRoads(book, roads, ZoneOffset.ofHours(7), bell);
    private final CloseRoad closeRoad = new CloseRoad(book, roads, follow, ids, () -> now);

    Town() {
        hospitals.heldBy(log);
    }

    Town unit(String callSign, long minute, Capability... capabilities) {
        units.add(callSign, TownRoads.minute(minute), Set.of(capabilities));
        return this;
    }

    /** A hospital that has just counted its emergency beds. */
    Town hospital(String name, long minute, int beds, Service... services) {
        hospitals.add(name, TownRoads.minute(minute), Set.of(services));
        return counts(name, beds);
    }

    Town counts(String hospital, int beds) {
        await(hospitals.report(
                new CapacityReport(
                        hospital,
                        Map.of(BedKind.EMERGENCY, beds),
                        Map.of(),
                        null,
                        null,
                        "nurse",
                        ReportSource.PAGE,
                        now),
                HospitalBoard.Filing.PLAIN));
        return this;
    }

    Town village(String name, long minute) {
        villages.add(new Gazetteer.Place(name, "VILLAGE", TownRoads.minute(minute), null, null, null, null, 1));
        return this;
    }

    /** How far help is from every village. */
    String coverage() {
        return await(coverage.now()).places().stream()
                .map(seen -> seen.place().label() + ": "
                        + (seen.unit() == null || seen.time() == null
                                ? "nobody"
                                : seen.unit().callSign() + " in " + seen.time().toMinutes()))
                .collect(Collectors.joining(", "));
    }

    void passes(long minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    Instant now() {
        return now;
    }

    void meanwhile(Runnable something) {
        log.meanwhile(something);
    }

    /** Somebody telephones; the incident it opens or joins. */
    UUID alert(String kind, long minute) {
        return alert("call " + ++count, kind, minute, null).incidentId();
    }

    Receipt alert(String key, String kind, long minute, @Nullable Integer trapped) {
        return alert(key, kind, TownRoads.minute(minute), trapped);
    }

    Receipt alert(String key, String kind, LatLon at, @Nullable Integer trapped) {
        return alert(key, kind, at, null, trapped);
    }

    /** Somebody who has counted the hurt, too. */
    Receipt alert(String key, String kind, long minute, @Nullable Integer injured, @Nullable Integer trapped) {
        return alert(key, kind, TownRoads.minute(minute), injured, trapped);
    }

    private Receipt alert(String key, String kind, LatLon at, @Nullable Integer injured, @Nullable Integer trapped) {
        var told = new ReceiveAlert.Told(
                AlertSource.PHONE,
                kind,
                new ToldPlace(at.lat(), at.lon(), null, null, null, null),
                injured,
                null,
                trapped,
                null,
                null);
        return await(receive.receive(new IdempotencyKey(key, kind + at), told, "public"))
                .fold(taken -> taken.receipt(), refused -> {
                    throw new AssertionError(refused.code());
                });
    }

    /** The operator corrects the incident as it stands. */
    void revise(UUID incident, ReviseIncident.Revision revision) {
        told(
                await(revise.revise(incident, incident(incident).version(), revision, "operator")),
                done -> done.status().name());
    }

    /** The options in order, then who was left out and why. */
    String recommend(UUID incident) {
        return told(await(recommend.recommend(incident)), Town::told);
    }

    /** What this pair would cost beside the best, and what speaks against it. */
    String weigh(UUID incident, String unit, @Nullable String hospital) {
        return told(await(weigh.weigh(incident, unit, hospital)), pair -> {
            Option option = pair.option();
            String refusals = pair.refusals().stream()
                    .map(refusal -> refusal.name() + " " + refusal.code())
                    .collect(Collectors.joining(", "));
            return (option == null
                            ? "no road"
                            : told(option)
                                    + pair.slower()
                                            .map(slower -> String.format(" %+d", slower.toMinutes()))
                                            .orElse(""))
                    + (refusals.isEmpty() ? "" : "; " + refusals);
        });
    }

    /** An operator looks at a hospital for an incident, or at none any more. */
    String chooses(String who, UUID incident, @Nullable String hospital) {
        return told(await(choose.choose(incident, hospital, who)), choice -> {
            String others = choice.others().stream()
                    .map(other -> ", " + other.by() + " is choosing it")
                    .collect(Collectors.joining());
            return choice.hold()
                    .map(hold -> "a bed at " + hold.hospitalId())
                    .orElse(
                            hospital == null
                                            || incident(incident).needs().bed() == null
                                            || !incident(incident).isOpen()
                                    ? "nothing"
                                    : "none at " + hospital + others);
        });
    }

    String assign(UUID incident, String unit, @Nullable String hospital) {
        return assign(incident, unit, hospital, null);
    }

    String assign(UUID incident, String unit, @Nullable String hospital, @Nullable String overrideReason) {
        return assign(incident, unit, hospital, overrideReason, null);
    }

    /** As above, when somebody else agreed to fill the ward. */
    String assign(
            UUID incident,
            String unit,
            @Nullable String hospital,
            @Nullable String overrideReason,
            @Nullable String agreedBy) {
        var order = new AssignUnit.Order(incident, unit, hospital, overrideReason, agreedBy, List.of(), "operator");
        return told(await(assign.assign(order)), done -> {
            Assignment made =
                    done.incident().findAssignment(done.assignmentId()).orElseThrow();
            return made.callSign() + " goes to " + made.hospitalId() + (made.hold() == null ? " without a bed" : "");
        });
    }

    /** Counted by whoever is there. */
    void counts(UUID incident, TriageCategory... colours) {
        List<Patient> patients = Arrays.stream(colours)
                .map(colour -> Patient.counted(colour, null))
                .toList();
        revise(incident, new ReviseIncident.Revision(null, null, patients, null, null));
    }

    /** The rides, soonest in care first, with the minutes until then; then whoever waits, and why. */
    String plan(UUID incident) {
        return told(await(plan.plan(incident)), Town::told);
    }

    CasualtyPlan planned(UUID incident) {
        return await(plan.plan(incident)).fold(done -> done, refused -> {
            throw new AssertionError(refused.code());
        });
    }

    /** What the console does with one ride of a plan. */
    String sends(UUID incident, String unit, String hospital, TriageCategory... carries) {
        var order = new AssignUnit.Order(incident, unit, hospital, null, null, List.of(carries), "operator");
        return told(await(assign.assign(order)), done -> {
            Assignment made =
                    done.incident().findAssignment(done.assignmentId()).orElseThrow();
            Hold hold = made.hold();
            return made.callSign() + made.carries() + " goes to " + made.hospitalId()
                    + (hold == null ? " without a bed" : ", " + hold.beds());
        });
    }

    private static String told(CasualtyPlan plan) {
        return Stream.concat(
                        plan.rides().stream()
                                .map(ride -> (ride.now() ? "" : "later ")
                                        + ride.unit().callSign() + ">"
                                        + ride.hospital().name() + ride.carries() + " "
                                        + ride.inCare().toMinutes()),
                        plan.waiting().stream().map(left -> left.patient().colour() + " " + left.code() + left.args()))
                .collect(Collectors.joining(", "));
    }

    String press(String unit, AssignmentStatus status) {
        return press(assignmentOf(unit), status, ++count);
    }

    String press(UUID assignment, AssignmentStatus status, long seq) {
        return press(assignment, status, seq, now);
    }

    /** By a tablet whose clock shows something else than ours. */
    String press(UUID assignment, AssignmentStatus status, long seq, Instant pressedAt) {
        var press = new RecordUnitStatus.Press(assignment, status, "tablet", seq, pressedAt, null, "crew");
        return told(
                await(record.record(press)),
                incident ->
                        incident.findAssignment(assignment).orElseThrow().status() + ", version " + incident.version());
    }

    /** A card as a tablet sends it; what the incident is then. */
    String card(UUID assignment, String card, TriageCategory colour, long seq) {
        var patient = new Patient(colour, null, card, null, null, null, null);
        return told(
                await(cards.record(new RecordPatient.Card(assignment, patient, "tablet", seq, now, "crew"))),
                incident -> incident.patients().stream()
                                .map(each -> each.triage() + (each.id() == null ? "" : "/" + each.id()))
                                .collect(Collectors.joining(" "))
                        + ", " + incident.priority() + ", version " + incident.version());
    }

    /** The crew asks for another hospital; null leaves that to the desk. */
    String ask(UUID assignment, @Nullable String hospital, String reason, long seq) {
        var ask = new AskDestination.Ask(assignment, hospital, reason, "tablet", seq, now, "crew");
        return told(await(asks.ask(ask)), incident -> asked(assignment) + ", version " + incident.version());
    }

    /** The crew's open question. */
    String asked(UUID assignment) {
        DestinationAsk open = await(log.findByAssignment(assignment))
                .flatMap(incident -> incident.findAssignment(assignment))
                .map(Assignment::destinationAsked)
                .orElse(null);
        return open == null ? "nothing asked" : "asks for " + open.hospitalId() + ": " + open.reason();
    }

    /** A photo by the crew. */
    String photo(UUID assignment, String senderId, String picture) {
        return photo(keepPhoto.ofCrew(assignment, new KeepPhoto.Sent(senderId, picture, now, null, "crew")));
    }

    /** A photo by whoever reported. */
    String photo(String trackingCode, String senderId, String picture) {
        return photo(keepPhoto.ofReporter(trackingCode, new KeepPhoto.Sent(senderId, picture, null, null, "public")));
    }

    private String photo(Future<Outcome<Photo>> kept) {
        return told(
                await(kept),
                photo -> "kept, version " + incident(photo.incidentId()).version());
    }

    TownPhotos photos() {
        return photos;
    }

    /** Whoever reported tells how many are hurt. */
    String adds(String trackingCode, String key, int injured) {
        var addition = new AddToAlert.Addition(injured, null, null, "more", null);
        return told(
                await(addToAlert.add(trackingCode, new IdempotencyKey(key, "body " + injured), addition, "public")),
                incident -> incident.number() + ", " + incident.alerts().size() + " alerts, " + incident.priority());
    }

    /** All the way, a minute each. */
    void presses(String unit, AssignmentStatus... statuses) {
        for (AssignmentStatus status : statuses) {
            passes(1);
            press(unit, status);
        }
    }

    String answers(String hospital, String unit, PreArrivalAnswer said, @Nullable String reason) {
        return told(
                await(answer.answer(hospital, assignmentOf(unit), said, reason, "nurse")),
                incident -> "heard, version " + incident.version());
    }

    String divert(String unit, String hospital, @Nullable String overrideReason) {
        UUID assignment = assignmentOf(unit);
        var diversion =
                new DivertTransport.Diversion(assignment, hospital, "declined", overrideReason, null, "operator");
        return told(
                await(divert.divert(diversion)),
                incident -> unit + " goes to "
                        + incident.findAssignment(assignment).orElseThrow().hospitalId());
    }

    String close(UUID incident) {
        return told(
                await(close.close(incident, Disposition.TRANSPORTED, null, "operator")),
                done -> done.status().name());
    }

    String reopen(UUID incident, String reason) {
        return told(
                await(reopen.reopen(incident, reason, "operator")),
                done -> done.status().name());
    }

    /** Who is told to have taken notice, after {@code by} has pressed the button. */
    String acknowledge(UUID incident, String by) {
        return told(
                await(acknowledge.acknowledge(incident, by)),
                done -> (done.acknowledged() == null
                                ? "nobody"
                                : done.acknowledged().by()) + ", version " + done.version());
    }

    String note(UUID incident, String text) {
        return told(await(note.note(incident, text, "operator")), done -> "version " + done.version());
    }

    String merge(UUID incident, UUID into) {
        return told(
                await(merge.merge(incident, into, "operator")),
                done -> done.status().name());
    }

    String unmerge(UUID incident) {
        return told(
                await(merge.unmerge(incident, "operator")),
                done -> done.status().name());
    }

    int sweepHolds() {
        return await(expire.sweep());
    }

    void landslideAt(long minute) {
        await(closeRoad.close(
                new CloseRoad.Entered(
                        new RoadExtent.ByKm("QL4D", minute, minute),
                        new RoadEffect.Closed(Set.of()),
                        "landslide",
                        null,
                        null,
                        null,
                        null),
                "operator"));
    }

    void everyRoadIsOpenAgain() {
        List.copyOf(closed).forEach(closure -> await(closeRoad.open(closure.id(), "operator")));
    }

    /** From now on there is a way round every cut. */
    void bypass(long minutes) {
        roads.bypass(minutes);
    }

    /** What follows every change of the roads, on one node and on another beside it. */
    void routesAreWatched() {
        await(watch.look());
        await(otherWatch.look());
    }

    /** Where a unit is now. */
    void isAt(String unit, long minute) {
        await(units.track(unit, List.of(new AvlFix(TownRoads.minute(minute), now, null, null, null))));
    }

    Incident incident(UUID id) {
        return await(log.find(id)).orElseThrow();
    }

    UUID assignmentOf(String unit) {
        return log.findActive(unit).map(Assignment::id).orElseThrow();
    }

    int held(String hospital) {
        return log.held(hospital, BedKind.EMERGENCY);
    }

    int rung() {
        return rung;
    }

    private static <T> String told(Outcome<T> outcome, java.util.function.Function<T, String> done) {
        return outcome.fold(
                done,
                refused -> refused.code()
                        + (refused.args().isEmpty() ? "" : refused.args().toString())
                        + next(refused.nextBest()));
    }

    private static String next(@Nullable Recommendation nextBest) {
        return nextBest == null ? "" : "; next best: " + told(nextBest);
    }

    private static String told(Recommendation recommendation) {
        String options = recommendation.options().stream().map(Town::told).collect(Collectors.joining(", "));
        String refusals = recommendation.refusals().stream()
                .map(refusal -> refusal.name() + " " + refusal.code())
                .collect(Collectors.joining(", "));
        return (options.isEmpty() ? "nobody" : options) + (refusals.isEmpty() ? "" : "; " + refusals);
    }

    private static String told(Option option) {
        return option.unit().callSign()
                + ">"
                + (option.hospital() == null ? "-" : option.hospital().name())
                + " " + option.plan().timeToCare().toMinutes();
    }

    /** In memory every future is complete at once; a failed one fails the test with its cause. */
    private static <T> T await(Future<T> future) {
        if (future.failed()) {
            throw new AssertionError(future.cause());
        }
        return future.result();
    }
}
