package rescue.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.engine.EngineFigures;
import rescue.routing.map.RoadMap;

/** {@link EngineFigures} on a map: {@code EngineMapFigures MAP [GRAPH_FOLDER]}. */
public final class EngineMapFigures {

    private EngineMapFigures() {}

    public static void main(String[] arguments) throws Exception {
        Path graphs = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("graphs");
        try (RoadMap map = RoadMap.open(Path.of(arguments[0]), graphs, Path.of("../maps/models"))) {
            new EngineFigures(RoadGraphReader.read(map.hopper(), map.profile())).print();
        }
    }
}
