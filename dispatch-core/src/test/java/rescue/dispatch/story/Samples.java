package rescue.dispatch.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.Need;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/** Ordinary values, so that a test names only what it is about. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-07-02T09:30:00Z");

    public static final LatLon SCENE = new LatLon(22.35, 103.58);

    public static final Need EMERGENCY_CARE = new Need(Set.of(Capability.BLS), Set.of(), BedKind.EMERGENCY);

    public static final Need TRAUMA_CARE =
            new Need(Set.of(Capability.ALS), Set.of(Service.TRAUMA_SURGERY), BedKind.TRAUMA);

    public static final Patient RED = Patient.counted(TriageCategory.RED, null);

    private Samples() {}

    /** The same word always gives the same id. */
    public static UUID id(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static Instant minute(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    /** Straight north: a place's distance can be read off. */
    public static LatLon northOf(LatLon place, double metres) {
        return new LatLon(place.lat() + Math.toDegrees(metres / 6_371_008.8), place.lon());
    }

    public static Alert alert(AlertKind kind, @Nullable LatLon at) {
        return alert(kind, at, null, null, null, null, NOW);
    }

    public static Alert alert(
            AlertKind kind,
            @Nullable LatLon at,
            @Nullable Double accuracyM,
            @Nullable Integer injured,
            @Nullable Integer dead,
            @Nullable Integer trapped,
            Instant receivedAt) {
        ToldPlace told = at == null ? ToldPlace.NONE : new ToldPlace(at.lat(), at.lon(), accuracyM, null, null, null);
        return new Alert(
                id("alert " + kind + receivedAt),
                AlertSource.PHONE,
                kind,
                null,
                told,
                placement(at),
                injured,
                dead,
                trapped,
                null,
                null,
                receivedAt);
    }

    public static Placement placement(@Nullable LatLon at) {
        return at == null
                ? new Placement(null, Set.of(PlaceFlag.NO_PLACE))
                : new Placement(new LocatedPlace(at, null, null, "here", 0), Set.of());
    }

    public static Unit unit(String callSign, Capability... capabilities) {
        return unit(callSign, SCENE, Set.of(capabilities), new AvlFix(SCENE, NOW, null, null, null));
    }

    public static Unit unit(String callSign, LatLon at, Set<Capability> capabilities, @Nullable AvlFix fix) {
        return new Unit(
                callSign.toLowerCase(java.util.Locale.ROOT),
                callSign,
                new Station("station", "Station", at, Turnout.always(Duration.ofMinutes(2))),
                capabilities,
                VehicleClass.AMBULANCE,
                UnitStatus.AVAILABLE,
                fix,
                null);
    }

    public static Hospital hospital(String name, Set<Service> services, Capacity capacity) {
        return new Hospital(name.toLowerCase(java.util.Locale.ROOT), name, "province", SCENE, null, services, capacity);
    }

    public static Capacity beds(BedKind kind, int reported, int held) {
        return said(Map.of(kind, new BedCount(reported, held)), EmsTraffic.NORMAL, NOW);
    }

    /** All of it said at once by one nurse; nothing when {@code at} is null. */
    public static Capacity said(Map<BedKind, BedCount> beds, EmsTraffic traffic, @Nullable Instant at) {
        if (at == null) {
            return new Capacity(beds, Map.of(), traffic, null, null);
        }
        var word = new Said("nurse", ReportSource.PAGE, at);
        Map<BedKind, Said> words = new HashMap<>();
        beds.keySet().forEach(kind -> words.put(kind, word));
        return new Capacity(beds, words, traffic, word, 1L);
    }

    public static Travel travel(long minutes) {
        return new Travel(Duration.ofMinutes(minutes), minutes * 500.0, Travel.Basis.ROAD);
    }

    public static Plan plan(long transportMinutes) {
        return Plan.of(Duration.ofMinutes(2), travel(10), Duration.ofMinutes(15), travel(transportMinutes), 7);
    }

    public static Hold hold(HoldState state) {
        return new Hold(BedKind.EMERGENCY, state, minute(60));
    }

    public static List<Patient> patients(TriageCategory... colours) {
        return java.util.Arrays.stream(colours)
                .map(colour -> Patient.counted(colour, null))
                .toList();
    }
}
