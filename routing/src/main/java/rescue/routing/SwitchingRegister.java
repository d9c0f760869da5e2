package rescue.routing;

import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.routing.book.RoadBook;

/** The road book, which an operator may replace while the program runs. */
final class SwitchingRegister implements RoadRegister {

    private volatile RoadRegister now = RoadBook.empty();

    void switchTo(RoadRegister next) {
        now = next;
    }

    @Override
    public Located locate(RoadKm roadKm) {
        return now.locate(roadKm);
    }

    @Override
    public Optional<NearestPost> nearest(LatLon point, double withinM) {
        return now.nearest(point, withinM);
    }

    @Override
    public List<RegisteredRoad> listRoads() {
        return now.listRoads();
    }
}
