package rescue.dispatch.flow;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.DestinationRule;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Confidence;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;

/** Whom a ward can ask to take a patient: by the rules of every destination, over the roads as they are now. */
public final class SuggestReceivers {

    /**
     * One hospital, as far as another needs to know it.
     *
     * @param drive from here, in an ambulance; null when no road leads there now
     * @param freeBeds of the kind asked for; null when it never reported any
     * @param whyNot every rule against it; empty when it can receive
     */
    public record Receiver(
            Hospital hospital,
            @Nullable Duration drive,
            @Nullable Integer freeBeds,
            Confidence confidence,
            List<Refusal> whyNot) {

        public Receiver {
            whyNot = List.copyOf(whyNot);
        }
    }

    private static final Comparator<Receiver> BEST_FIRST = comparing(
                    (Receiver receiver) -> !receiver.whyNot().isEmpty())
            .thenComparing(Receiver::drive, nullsLast(Comparator.naturalOrder()))
            .thenComparing(receiver -> receiver.hospital().id());

    private final HospitalBoard hospitals;
    private final RoadNetwork roads;
    private final InstantSource clock;

    public SuggestReceivers(HospitalBoard hospitals, RoadNetwork roads, InstantSource clock) {
        this.hospitals = hospitals;
        this.roads = roads;
        this.clock = clock;
    }

    /** Every other hospital: first those that can, the nearest first. */
    public Future<Outcome<List<Receiver>>> suggest(String fromId, BedKind bed, Set<Service> services) {
        return hospitals.list().compose(all -> {
            Optional<Hospital> from =
                    all.stream().filter(each -> each.id().equals(fromId)).findFirst();
            if (from.isEmpty()) {
                return Future.succeededFuture(Outcome.refused(RefusalCode.HOSPITAL_UNKNOWN, fromId));
            }
            List<Hospital> others =
                    all.stream().filter(each -> !each.id().equals(fromId)).toList();
            var need = new Need(Set.of(), services, bed);
            return roads.timesAround(
                            from.get().at(),
                            List.of(new Origin(from.get().at(), VehicleClass.AMBULANCE)),
                            others.stream().map(Hospital::at).toList())
                    .map(times -> Outcome.done(ranked(others, times, need, bed)));
        });
    }

    private List<Receiver> ranked(List<Hospital> others, SceneTimes times, Need need, BedKind bed) {
        List<Receiver> receivers = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Hospital hospital = others.get(i);
            Map<VehicleClass, Optional<Travel>> ways = new EnumMap<>(VehicleClass.class);
            int place = i;
            times.fromScene().forEach((vehicle, travels) -> ways.put(vehicle, travels.get(place)));
            var candidate = new HospitalCandidate(hospital, ways, false);
            receivers.add(new Receiver(
                    hospital,
                    candidate
                            .fromScene(VehicleClass.AMBULANCE)
                            .map(Travel::time)
                            .orElse(null),
                    hospital.capacity().findBeds(bed).map(BedCount::free).orElse(null),
                    hospital.capacity().confidence(bed, clock.instant()),
                    DestinationRule.refusals(candidate, need).toList()));
        }
        return receivers.stream().sorted(BEST_FIRST).toList();
    }
}
