package rescue.routing.tiles;

import rescue.dispatch.geo.LatLon;

/**
 * A kilometre post. It stands on the right of whoever drives with rising kilometres.
 *
 * @param road the number of its road
 * @param headingDeg where the road leads there with rising kilometres, clockwise from north
 */
public record KmPost(String road, int km, LatLon at, double headingDeg) {

    /** Every tenth is seen from afar, every fifth from nearer. */
    int fromZoom() {
        return km % 10 == 0 ? 9 : km % 5 == 0 ? 11 : 13;
    }

    String label() {
        return "Km" + km;
    }

    /** Which corner of the label touches the post, so that the label lies beside the road and not on it. */
    String anchor() {
        return switch ((int) Math.rint(((headingDeg % 360) + 360) % 360 / 45) % 8) {
            case 0 -> "left"; // northward: the label is east of the road
            case 1 -> "top-left";
            case 2 -> "top";
            case 3 -> "top-right";
            case 4 -> "right";
            case 5 -> "bottom-right";
            case 6 -> "bottom";
            default -> "bottom-left";
        };
    }
}
