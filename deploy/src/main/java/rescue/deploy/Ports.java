package rescue.deploy;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import rescue.deploy.province.ProvinceFolder;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.CutOffBoard;
import rescue.dispatch.port.Darkroom;
import rescue.dispatch.port.Gazetteer;
import rescue.dispatch.port.Handovers;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.Photos;
import rescue.dispatch.port.PlusCodeReader;
import rescue.dispatch.port.PositionBell;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.port.RoadMapState;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.SoftHolds;
import rescue.dispatch.port.TransferBoard;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.WatchedPlace;
import rescue.dispatch.shell.RandomIds;
import rescue.dispatch.shell.cluster.ClusterWatch;
import rescue.dispatch.shell.gazetteer.MemoryGazetteer;
import rescue.dispatch.shell.places.PlusCodes;
import rescue.dispatch.shell.postgres.PgCutOffBoard;
import rescue.dispatch.shell.postgres.PgHandovers;
import rescue.dispatch.shell.postgres.PgHospitalBoard;
import rescue.dispatch.shell.postgres.PgIncidentLog;
import rescue.dispatch.shell.postgres.PgPhotos;
import rescue.dispatch.shell.postgres.PgRoadClosures;
import rescue.dispatch.shell.postgres.PgSoftHolds;
import rescue.dispatch.shell.postgres.PgTransferBoard;
import rescue.dispatch.shell.postgres.PgUnitBoard;
import rescue.routing.MapKeeper;

/** Which adapter stands behind which port. */
record Ports(
        IncidentLog log,
        UnitBoard units,
        HospitalBoard hospitals,
        SoftHolds softHolds,
        TransferBoard transfers,
        RoadClosures closures,
        CutOffBoard cutOff,
        Handovers handovers,
        Photos photos,
        Darkroom darkroom,
        List<WatchedPlace> communes,
        RoadNetwork roads,
        RoadRegister register,
        BaseMap baseMap,
        RoadMapState roadMap,
        Gazetteer gazetteer,
        PlusCodeReader plusCodes,
        Ids ids,
        Clock clock,
        ChangeBell bell,
        PositionBell positions,
        LiveState liveState,
        ClusterWatch cluster) {

    static Ports over(
            Pool pool,
            Darkroom darkroom,
            MapKeeper map,
            Optional<ProvinceFolder> province,
            Clock clock,
            ChangeBell bell,
            PositionBell positions,
            LiveState liveState,
            ClusterWatch cluster) {
        Ids ids = new RandomIds();
        Gazetteer gazetteer =
                new MemoryGazetteer(province.map(ProvinceNames::list).orElse(List.of()), map.register());
        return new Ports(
                new PgIncidentLog(pool, clock.getZone(), ids),
                new PgUnitBoard(pool),
                new PgHospitalBoard(pool),
                new PgSoftHolds(pool),
                new PgTransferBoard(pool),
                new PgRoadClosures(pool),
                new PgCutOffBoard(pool),
                new PgHandovers(pool),
                new PgPhotos(pool),
                darkroom,
                province.map(ProvinceNames::listSeats).orElse(List.of()),
                map.roads(),
                map.register(),
                map.baseMap(),
                map,
                gazetteer,
                new PlusCodes(
                        () -> middle(map.baseMap()),
                        town -> gazetteer.search(town, 1).stream()
                                .map(Gazetteer.Place::at)
                                .findFirst()),
                ids,
                clock,
                bell,
                positions,
                liveState,
                cluster);
    }

    private static LatLon middle(BaseMap map) {
        LatLon southWest = map.southWest();
        LatLon northEast = map.northEast();
        return new LatLon((southWest.lat() + northEast.lat()) / 2, (southWest.lon() + northEast.lon()) / 2);
    }
}
