package rescue.routing;

import io.vertx.core.Future;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.BaseMap;

/** The map behind the pages, which may be another one tomorrow. */
final class SwitchingBaseMap implements BaseMap {

    private volatile BaseMap now;

    SwitchingBaseMap(BaseMap first) {
        now = first;
    }

    void switchTo(BaseMap next) {
        now = next;
    }

    @Override
    public Future<Optional<byte[]>> tile(int zoom, int x, int y) {
        return now.tile(zoom, x, y);
    }

    @Override
    public LatLon southWest() {
        return now.southWest();
    }

    @Override
    public LatLon northEast() {
        return now.northEast();
    }

    @Override
    public String attribution() {
        return now.attribution();
    }

    @Override
    public String version() {
        return now.version();
    }
}
