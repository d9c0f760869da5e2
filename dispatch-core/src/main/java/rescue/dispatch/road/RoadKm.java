package rescue.dispatch.road;

/**
 * A place as the road signs and every news report give it: a road and its kilometre post (lý trình).
 *
 * @param road the road's number as signed, upper case: {@code QL4D}, {@code ĐT130}
 * @param km the kilometre as posted, metres as decimals: Km76+650 is 76.65; 0 or more
 */
public record RoadKm(String road, double km) {

    public RoadKm {
        if (road.isBlank()) {
            throw new IllegalArgumentException("road must be named");
        }
        if (!(km >= 0 && km < 10_000)) { // no road on Earth is longer; written positively, so that NaN is refused too
            throw new IllegalArgumentException("km must be within 0..10000: " + km);
        }
    }

    /** As on the post: {@code QL4D Km76+650}. */
    public String label() {
        long metres = Math.round(km * 1000);
        String thousandths = Long.toString(1000 + metres % 1000).substring(1); // String.format takes ten times as long
        return road + " Km" + metres / 1000 + "+" + thousandths;
    }
}
