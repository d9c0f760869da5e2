package rescue.dispatch.simulation;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.story.TownHospitals;
import rescue.dispatch.story.TownLog;
import rescue.dispatch.story.TownRoads;
import rescue.dispatch.story.TownUnits;
import rescue.dispatch.unit.Capability;

/** What all nodes share and no crash takes away: the log, the units, the hospitals, the one road. */
final class Stores {

    static final List<String> UNITS = List.of("U1", "U2", "U3", "U4");
    static final List<String> HOSPITALS = List.of("H1", "H2");

    private final InstantSource clock;
    private final TownRoads roads = new TownRoads();
    private final TownHospitals hospitals = new TownHospitals();
    private final TownLog log;
    private final TownUnits units;
    private boolean over;

    Stores(InstantSource clock) {
        this.clock = clock;
        log = new TownLog(clock, hospitals::reportedBeds);
        units = new TownUnits(log, clock);
        hospitals.heldBy(log);
        for (int i = 0; i < UNITS.size(); i++) {
            units.add(UNITS.get(i), TownRoads.minute(10L * i), Set.of(Capability.BLS, Capability.ALS));
        }
        for (int i = 0; i < HOSPITALS.size(); i++) {
            hospitals.add(HOSPITALS.get(i), TownRoads.minute(30L * i), Set.of());
            reports(HOSPITALS.get(i), 2);
        }
    }

    /** A nurse counts. */
    void reports(String hospital, int beds) {
        hospitals.report(
                new CapacityReport(
                        hospital,
                        Map.of(BedKind.EMERGENCY, beds, BedKind.TRAUMA, beds),
                        Map.of(),
                        null,
                        null,
                        "nurse",
                        ReportSource.PAGE,
                        clock.instant()),
                Filing.PLAIN);
    }

    /** Nobody has anything to do any more: what repeats itself stops. */
    void isOver(boolean itIs) {
        over = itIs;
    }

    boolean isOver() {
        return over;
    }

    TownLog log() {
        return log;
    }

    TownUnits units() {
        return units;
    }

    TownHospitals hospitals() {
        return hospitals;
    }

    TownRoads roads() {
        return roads;
    }

    /** No posts: places are told by coordinates. */
    RoadRegister posts() {
        return new RoadRegister() {
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
    }

    Gazetteer names() {
        return new Gazetteer() {
            @Override
            public List<Place> listInhabited() {
                return List.of();
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
    }
}
