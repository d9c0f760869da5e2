package rescue.dispatch.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;

/** The province's road book: where a kilometre post stands, and which post a point is nearest to. Look-ups in memory. */
public interface RoadRegister {

    /** The outcome of looking up a post. */
    sealed interface Located {

        /**
         * The post stands there.
         *
         * @param roadKm with the road's number as the register writes it
         */
        record At(LatLon at, RoadKm roadKm) implements Located {
            @Override
            public <T> T fold(Function<At, T> at, Function<Nowhere, T> nowhere) {
                return at.apply(this);
            }
        }

        record Nowhere(UnlocatableRoad why) implements Located {
            @Override
            public <T> T fold(Function<At, T> at, Function<Nowhere, T> nowhere) {
                return nowhere.apply(this);
            }
        }

        <T> T fold(Function<At, T> at, Function<Nowhere, T> nowhere);
    }

    /**
     * The post that a point is nearest to.
     *
     * @param offsetM metres from the point asked to the road
     */
    record NearestPost(RoadKm roadKm, double offsetM) {}

    /** Where that post stands. Road numbers are matched without regard to case, spaces, hyphens and đ/d. */
    Located locate(RoadKm roadKm);

    /** The nearest post of any registered road within {@code withinM} metres. */
    Optional<NearestPost> nearest(LatLon point, double withinM);

    /** Every road: number, names, first and last post. */
    List<RegisteredRoad> listRoads();

    /**
     * A road of the register.
     *
     * @param road the number as signed
     * @param fromPlace where it begins, as the register says
     * @param signed whether its number stands on signs, so that people can say it
     */
    record RegisteredRoad(
            String road,
            String nameVi,
            String nameEn,
            String fromPlace,
            String toPlace,
            double firstKm,
            double lastKm,
            boolean signed) {}
}
