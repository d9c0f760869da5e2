package rescue.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;

/** GraphHopper with the two properties of a road that it does not know by itself. */
final class ImportingHopper extends GraphHopper {

    ImportingHopper() {
        setImportRegistry(new OwnProperties());
    }

    @Override
    protected void postImportOSM() {
        Chainage.apply(getBaseGraph(), getEncodingManager().getDecimalEncodedValue(Chainage.KEY));
        super.postImportOSM();
    }

    private static final class OwnProperties extends DefaultImportRegistry {
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
                default -> super.createImportUnit(name);
            };
        }
    }
}
