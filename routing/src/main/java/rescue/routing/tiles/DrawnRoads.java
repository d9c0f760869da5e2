package rescue.routing.tiles;

import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;

/** What the tiles need to know of a road map: its roads, numbered from 0. */
public interface DrawnRoads {

    /** Which way vehicles may drive, seen along the line as it is drawn. */
    enum Flow {
        BOTH,
        FORWARD,
        BACKWARD
    }

    /** What carries the road there, or what it goes through. */
    enum Structure {
        NONE,
        BRIDGE,
        TUNNEL,
        FORD,
        FERRY
    }

    int count();

    List<LatLon> line(int road);

    /** In OpenStreetMap's words: {@code trunk}, {@code primary}, {@code track}. */
    String roadClass(int road);

    Optional<String> ref(int road);

    Optional<String> name(int road);

    Flow flow(int road);

    Structure structure(int road);

    LatLon southWest();

    LatLon northEast();
}
