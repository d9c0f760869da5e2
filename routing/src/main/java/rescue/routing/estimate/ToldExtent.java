package rescue.routing.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;

/** A stretch of road as far as posts and pencil tell where it is, with no network to look it up in. */
final class ToldExtent {

    /** Between two posts the register is asked this often: nearer than any bend that matters on an overview. */
    private static final double STEP_KM = 0.5;

    /** A road of a thousand kilometres is drawn with that many points, and no more. */
    private static final int MAX_STEPS = 2000;

    private final RoadRegister register;

    ToldExtent(RoadRegister register) {
        this.register = register;
    }

    /** Not yet matched; unless the posts are wrong, which the register knows without any network. */
    ExtentMatch match(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByKm km) {
            Optional<UnlocatableRoad> wrong = whatIsWrong(km);
            if (wrong.isPresent()) {
                return new ExtentMatch.Unmatched(wrong.get());
            }
        }
        List<LatLon> points = points(extent);
        return new ExtentMatch.NotYet(points.isEmpty() ? List.of() : List.of(points));
    }

    /** Points along it, in order; none when the posts stand in no register. */
    List<LatLon> points(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByLine line) {
            return line.points();
        }
        if (extent instanceof RoadExtent.ByPoint point) {
            return List.of(point.at());
        }
        if (extent.isManyRoads()) {
            return List.of();
        }
        RoadExtent.ByKm km = (RoadExtent.ByKm) extent;
        double length = km.toKm() - km.fromKm();
        int steps = (int) Math.min(MAX_STEPS, Math.max(1, Math.ceil(Math.max(0, length) / STEP_KM)));
        List<LatLon> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            register.locate(new RoadKm(km.road(), km.fromKm() + length * i / steps))
                    .fold(at -> points.add(at.at()), nowhere -> false);
        }
        return points.stream().distinct().toList();
    }

    private Optional<UnlocatableRoad> whatIsWrong(RoadExtent.ByKm km) {
        if (km.fromKm() > km.toKm()) {
            return Optional.of(new UnlocatableRoad(UnlocatableRoad.Code.KM_BACKWARDS, km.road(), 0, 0, List.of()));
        }
        if (register.listRoads().isEmpty()) { // no road book: nobody can say that there is no such road
            return Optional.empty();
        }
        return wrongPost(km, km.fromKm()).or(() -> wrongPost(km, km.toKm()));
    }

    private Optional<UnlocatableRoad> wrongPost(RoadExtent.ByKm extent, double km) {
        return register.locate(new RoadKm(extent.road(), km))
                .fold(at -> Optional.empty(), nowhere -> Optional.of(nowhere.why()));
    }
}
