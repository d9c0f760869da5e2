package rescue.routing.map;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import java.util.List;
import rescue.routing.edge.Chainage;
import rescue.routing.edge.Heights;
import rescue.routing.edge.RescueAccess;
import rescue.routing.edge.Slope;
import rescue.routing.edge.Straightness;
import rescue.routing.edge.TurnSigns;

/** GraphHopper with the properties of a road that it does not know by itself. */
final class ImportingHopper extends GraphHopper {

    /** What OSM keeps under {@code highway} and nobody can use yet, any more, or from outside a building. */
    private static final List<String> NO_WAYS =
            List.of("proposed", "construction", "razed", "abandoned", "raceway", "corridor", "elevator", "platform");

    ImportingHopper(Heights heights) {
        setImportRegistry(new OwnProperties(heights));
        getReaderConfig().setIgnoredHighways(NO_WAYS);
    }

    @Override
    protected void postImportOSM() {
        Chainage.apply(getBaseGraph(), getEncodingManager().getDecimalEncodedValue(Chainage.KEY));
        TurnSigns.markCopies(getBaseGraph(), getEncodingManager().getBooleanEncodedValue(TurnSigns.COPY));
        super.postImportOSM();
    }

    private static final class OwnProperties extends DefaultImportRegistry {

        private final Heights heights;

        OwnProperties(Heights heights) {
            this.heights = heights;
        }

        @Override
        public ImportUnit createImportUnit(String name) {
            return switch (name) {
                case Straightness.KEY ->
                    ImportUnit.create(
                            name,
                            settings -> Straightness.createEncodedValue(),
                            (lookup, settings) -> new Straightness(lookup.getDecimalEncodedValue(name)));
                case Chainage.KEY ->
                    ImportUnit.create(
                            name,
                            settings -> Chainage.createEncodedValue(),
                            (lookup, settings) -> new Chainage(lookup.getDecimalEncodedValue(name)));
                case TurnSigns.COPY -> // set when the whole graph is there
                    ImportUnit.create(name, settings -> new SimpleBooleanEncodedValue(name), (lookup, settings) ->
                            (edge, edges, way, flags) -> {});
                case Slope.CALCULATOR -> // in place of GraphHopper's own, which writes both slopes too
                    ImportUnit.create(name, null, (lookup, settings) -> new Slope(lookup, heights));
                default -> RescueAccess.unitFor(name).orElseGet(() -> super.createImportUnit(name));
            };
        }
    }
}
