package rescue.dispatch.geo;

/**
 * A point on the WGS 84 ellipsoid (EPSG:4326), the datum of GNSS receivers and of OpenStreetMap.
 *
 * @param lat latitude in decimal degrees, north positive, -90 to 90
 * @param lon longitude in decimal degrees, east positive, -180 to 180
 */
public record LatLon(double lat, double lon) {

    /** Mean Earth radius in metres (IUGG R1). */
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** A fix this close to (0, 0) is a receiver that had none: the Gulf of Guinea is nobody's province. */
    private static final double NULL_ISLAND_DEGREES = 0.01;

    public LatLon {
        if (!(lat >= -90 && lat <= 90)) { // written positively, so that NaN is refused too
            throw new IllegalArgumentException("lat must be within -90..90: " + lat);
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("lon must be within -180..180: " + lon);
        }
    }

    /** Whether these two numbers are a point at all. */
    public static boolean isValid(double lat, double lon) {
        return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
    }

    /** Great-circle distance in metres (haversine; error below 0.6 % against the ellipsoid). */
    public double distanceM(LatLon other) {
        double halfLat = Math.toRadians(other.lat - lat) / 2;
        double halfLon = Math.toRadians(other.lon - lon) / 2;
        double a = square(Math.sin(halfLat))
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(halfLon));
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** Whether this is the (0, 0) that a receiver without a fix reports. */
    public boolean isNullIsland() {
        return Math.abs(lat) < NULL_ISLAND_DEGREES && Math.abs(lon) < NULL_ISLAND_DEGREES;
    }

    private static double square(double x) {
        return x * x;
    }
}
