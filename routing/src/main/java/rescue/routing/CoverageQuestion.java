package rescue.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Ready;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.engine.CoverageSweep;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.TravelMode;
import rescue.routing.places.Snapping;

/** Who would be at each place first: one sweep for each class of vehicle. */
final class CoverageQuestion {

    private final Snapping snapping;
    private final CoverageSweep coverage;

    CoverageQuestion(RoadEngine engine, Snapping snapping) {
        this.snapping = snapping;
        coverage = new CoverageSweep(engine);
    }

    Coverage ask(RoadConditions roads, List<Ready> units, List<LatLon> places) {
        List<Optional<Coverage.First>> first = new ArrayList<>(Collections.nCopies(places.size(), Optional.empty()));
        Set<VehicleClass> vehicles = EnumSet.noneOf(VehicleClass.class);
        units.forEach(unit -> vehicles.add(unit.vehicle()));
        for (VehicleClass vehicle : vehicles) {
            Fleet fleet = fleet(units, vehicle);
            sweep(roads, fleet, places, first);
        }
        return new Coverage(roads.version(), first);
    }

    /** The units of one class, and where each stands in the list asked. */
    private record Fleet(TravelMode mode, List<Ready> units, List<Integer> numbers) {}

    private static Fleet fleet(List<Ready> units, VehicleClass vehicle) {
        Fleet fleet = new Fleet(TravelMode.of(vehicle), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).vehicle() == vehicle) {
                fleet.units.add(units.get(i));
                fleet.numbers.add(i);
            }
        }
        return fleet;
    }

    private void sweep(RoadConditions roads, Fleet fleet, List<LatLon> places, List<Optional<Coverage.First>> first) {
        List<CoverageSweep.From> from = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < fleet.units.size(); i++) {
            Optional<Phantom> at = phantom(fleet.units.get(i).at(), fleet.mode);
            if (at.isPresent()) { // a unit far from every road of the map serves nobody on it
                from.add(new CoverageSweep.From(
                        at.get(), fleet.units.get(i).turnout().toMillis()));
                numbers.add(fleet.numbers.get(i));
            }
        }
        List<Phantom> onMap = new ArrayList<>();
        List<Integer> which = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Optional<Phantom> at = phantom(places.get(i), fleet.mode);
            if (at.isPresent()) {
                onMap.add(at.get());
                which.add(i);
            } else {
                estimate(fleet, places.get(i)).ifPresent(offer(first, i));
            }
        }
        List<CoverageSweep.Nearest> nearest = coverage.at(roads.state(fleet.mode), from, onMap);
        for (int i = 0; i < nearest.size(); i++) {
            if (nearest.get(i).who() >= 0) {
                offer(first, which.get(i))
                        .accept(new Coverage.First(
                                numbers.get(nearest.get(i).who()),
                                Duration.ofMillis(Label.ms(nearest.get(i).label())),
                                Travel.Basis.ROAD));
            }
        }
    }

    private Optional<Phantom> phantom(LatLon point, TravelMode mode) {
        return snapping.find(point, mode).map(Snapping.Snapped::phantom);
    }

    private static Optional<Coverage.First> estimate(Fleet fleet, LatLon place) {
        Optional<Coverage.First> first = Optional.empty();
        for (int i = 0; i < fleet.units.size(); i++) {
            Ready unit = fleet.units.get(i);
            var there = new Coverage.First(
                    fleet.numbers.get(i),
                    unit.turnout()
                            .plus(MountainEstimate.between(unit.at(), place).time()),
                    Travel.Basis.ESTIMATE);
            first = Optional.of(first.map(known -> known.or(there)).orElse(there));
        }
        return first;
    }

    private static Consumer<Coverage.First> offer(List<Optional<Coverage.First>> first, int place) {
        return there -> first.set(
                place,
                Optional.of(first.get(place).map(known -> known.or(there)).orElse(there)));
    }
}
