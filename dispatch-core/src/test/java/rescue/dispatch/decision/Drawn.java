package rescue.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/**
 * Candidates drawn as text. A unit: call sign, capabilities, minutes to the scene ({@code -} when cut off), then words:
 * {@code busy}, {@code off}, {@code ours}, {@code 4x4}, {@code fix=11} (minutes old), {@code nofix}. A hospital: name,
 * services ({@code none}), minutes from the scene, then words: {@code TRAUMA=2/1} (reported/held), {@code said=13} (hours
 * ago), {@code never}, {@code closed}, {@code advisory}, {@code declined}, {@code 4x4only}.
 */
final class Drawn {

    private static final Duration TURNOUT = Duration.ofMinutes(2);

    private Drawn() {}

    static Need need(String drawn) {
        String[] parts = drawn.split(" ");
        return new Need(
                capabilities(parts[0]), services(parts[1]), parts[2].equals("-") ? null : BedKind.valueOf(parts[2]));
    }

    static List<UnitCandidate> units(@Nullable String drawn) {
        return split(drawn).map(Drawn::unit).toList();
    }

    static List<HospitalCandidate> hospitals(@Nullable String drawn) {
        return split(drawn).map(Drawn::hospital).toList();
    }

    /** {@code A1>Tinh, A2>-; A3 BUSY}: the options in order, then who was left out and why. */
    static String told(Recommendation recommendation) {
        String options = recommendation.options().stream()
                .map(option -> option.unit().callSign() + ">" + name(option.hospital()))
                .collect(Collectors.joining(", "));
        String refusals = recommendation.refusals().stream()
                .map(refusal -> refusal.name() + " " + refusal.code()
                        + (refusal.code() == Refusal.Code.OUTRANKED ? "" : bracketed(refusal.args())))
                .collect(Collectors.joining(", "));
        return (options.isEmpty() ? "nobody" : options) + (refusals.isEmpty() ? "" : "; " + refusals);
    }

    private static String bracketed(List<String> args) {
        return args.isEmpty() ? "" : args.toString();
    }

    private static String name(@Nullable Hospital hospital) {
        return hospital == null ? "-" : hospital.name();
    }

    private static UnitCandidate unit(String drawn) {
        String[] parts = drawn.split(" ");
        Set<String> words = Set.of(Arrays.copyOfRange(parts, 3, parts.length));
        boolean out = words.contains("busy") || words.contains("ours");
        Unit unit = new Unit(
                parts[0].toLowerCase(java.util.Locale.ROOT),
                parts[0],
                new Station("station", "Station", Samples.SCENE, Turnout.always(TURNOUT)),
                capabilities(parts[1]),
                words.contains("4x4") ? VehicleClass.FOUR_BY_FOUR : VehicleClass.AMBULANCE,
                words.contains("off") ? UnitStatus.OUT_OF_SERVICE : out ? UnitStatus.ON_SCENE : UnitStatus.AVAILABLE,
                words.contains("nofix") ? null : fix(number(words, "fix", 0)),
                out ? Samples.id(parts[0]) : null);
        return new UnitCandidate(unit, travel(parts[2]), words.contains("ours"));
    }

    private static AvlFix fix(long minutesOld) {
        return new AvlFix(Samples.SCENE, Samples.minute(-minutesOld), null, null, null);
    }

    private static HospitalCandidate hospital(String drawn) {
        String[] parts = drawn.split(" ");
        Set<String> words = Set.of(Arrays.copyOfRange(parts, 3, parts.length));
        boolean never = words.contains("never");
        Instant asOf = Samples.NOW.minus(Duration.ofHours(number(words, "said", 1)));
        Capacity capacity = Samples.said(
                beds(words),
                words.contains("closed")
                        ? EmsTraffic.CLOSED
                        : words.contains("advisory") ? EmsTraffic.ADVISORY : EmsTraffic.NORMAL,
                never ? null : asOf);
        Map<VehicleClass, Optional<Travel>> ways = new EnumMap<>(VehicleClass.class);
        ways.put(VehicleClass.AMBULANCE, words.contains("4x4only") ? Optional.empty() : travel(parts[2]));
        ways.put(VehicleClass.FOUR_BY_FOUR, travel(parts[2]));
        return new HospitalCandidate(
                Samples.hospital(parts[0], services(parts[1]), capacity), ways, words.contains("declined"));
    }

    private static Map<BedKind, BedCount> beds(Set<String> words) {
        Map<BedKind, BedCount> beds = new HashMap<>();
        for (BedKind kind : BedKind.values()) {
            words.stream()
                    .filter(word -> word.startsWith(kind + "="))
                    .map(word -> word.substring(word.indexOf('=') + 1).split("/"))
                    .forEach(counts ->
                            beds.put(kind, new BedCount(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]))));
        }
        return beds;
    }

    private static Optional<Travel> travel(String minutes) {
        return minutes.equals("-") ? Optional.empty() : Optional.of(Samples.travel(Long.parseLong(minutes)));
    }

    private static long number(Set<String> words, String name, long otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> Long.parseLong(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static Set<Capability> capabilities(String drawn) {
        return Arrays.stream(drawn.split("\\+")).map(Capability::valueOf).collect(Collectors.toSet());
    }

    private static Set<Service> services(String drawn) {
        return drawn.equals("none")
                ? Set.of()
                : Arrays.stream(drawn.split("\\+")).map(Service::valueOf).collect(Collectors.toSet());
    }

    private static Stream<String> split(@Nullable String drawn) {
        return drawn == null ? Stream.empty() : Arrays.stream(drawn.split(", "));
    }
}
