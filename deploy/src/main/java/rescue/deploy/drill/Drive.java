package rescue.deploy.drill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import rescue.dispatch.geo.LatLon;

/** A vehicle on its way along a line: where it is at which moment of the shift. */
final class Drive {

    private final List<LatLon> line;
    /** Metres from the beginning to each point. */
    private final double[] walked;
    /** The way's pieces of even speed: until when, in seconds from the start, which metre is reached. */
    private final double[] untilS;

    private final double[] reachedM;
    private final Duration start;

    private Drive(List<LatLon> line, double[] pieceM, double[] pieceS, double lastsS, Duration start) {
        this.line = List.copyOf(line);
        this.start = start;
        walked = new double[line.size()];
        for (int i = 1; i < walked.length; i++) {
            walked[i] = walked[i - 1] + line.get(i - 1).distanceM(line.get(i));
        }
        // What is told of the pieces and of the whole may differ a little, and the drawn line cuts bends: shares count.
        double allM = sum(pieceM);
        double allS = sum(pieceS);
        boolean isEven = !(allM > 0 && allS > 0);
        untilS = isEven ? new double[] {lastsS} : added(pieceS, lastsS / allS);
        reachedM = isEven ? new double[] {lengthM()} : added(pieceM, lengthM() / allM);
    }

    /**
     * Where it is.
     *
     * @param headingDeg clockwise from north
     * @param speedMps by the route, not by the clock of the drill
     */
    record Position(LatLon at, double headingDeg, double speedMps) {}

    /** Along a route as the server gives it, at the speed of each of its steps. */
    static Drive of(JsonObject route, Duration start) {
        List<LatLon> line = new ArrayList<>();
        for (Object point : route.getJsonObject("geometry").getJsonArray("coordinates")) {
            JsonArray lonLat = (JsonArray) point;
            line.add(new LatLon(lonLat.getDouble(1), lonLat.getDouble(0)));
        }
        List<JsonObject> steps = route.getJsonArray("steps", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
        return new Drive(
                line,
                steps.stream().mapToDouble(step -> step.getDouble("distanceM")).toArray(),
                steps.stream().mapToDouble(step -> step.getInteger("timeS")).toArray(),
                route.getInteger("timeS"),
                start);
    }

    /** Along a line at an even speed. */
    static Drive evenly(List<LatLon> line, double mps, Duration start) {
        double lengthM = 0;
        for (int i = 1; i < line.size(); i++) {
            lengthM += line.get(i - 1).distanceM(line.get(i));
        }
        return new Drive(line, new double[0], new double[0], lengthM / mps, start);
    }

    boolean isOver(Duration now) {
        return secondsAt(now) >= lastsS();
    }

    Position at(Duration now) {
        double metre = metreAt(secondsAt(now));
        int i = pointAfter(metre);
        if (i == 0) {
            return new Position(line.get(0), 0, 0);
        }
        LatLon a = line.get(i - 1);
        LatLon b = line.get(i);
        double piece = walked[i] - walked[i - 1];
        double share = piece == 0 ? 1 : Math.min(1, (metre - walked[i - 1]) / piece);
        LatLon at = new LatLon(a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
        return new Position(at, heading(a, b), isOver(now) ? 0 : speedAt(secondsAt(now)));
    }

    /** The part of the line that lies behind it. */
    List<LatLon> behind(Duration now) {
        int next = pointAfter(metreAt(secondsAt(now)));
        List<LatLon> behind = new ArrayList<>(line.subList(0, Math.max(1, next)));
        behind.add(at(now).at());
        return behind;
    }

    /** The part of the line that lies before it, turned round: the way back from its end. */
    List<LatLon> aheadReversed(Duration now) {
        int next = pointAfter(metreAt(secondsAt(now)));
        List<LatLon> ahead = new ArrayList<>(line.subList(next, line.size()));
        Collections.reverse(ahead);
        ahead.add(at(now).at());
        return ahead;
    }

    private double lengthM() {
        return walked.length == 0 ? 0 : walked[walked.length - 1];
    }

    private double lastsS() {
        return untilS[untilS.length - 1];
    }

    private double secondsAt(Duration now) {
        return Math.max(0, now.minus(start).toMillis() / 1000.0);
    }

    private double metreAt(double seconds) {
        int piece = pieceAt(seconds);
        if (piece == untilS.length) {
            return lengthM();
        }
        double fromS = piece == 0 ? 0 : untilS[piece - 1];
        double fromM = piece == 0 ? 0 : reachedM[piece - 1];
        return fromM + (seconds - fromS) * speedAt(seconds);
    }

    private double speedAt(double seconds) {
        int piece = Math.min(pieceAt(seconds), untilS.length - 1);
        double takesS = untilS[piece] - (piece == 0 ? 0 : untilS[piece - 1]);
        double isM = reachedM[piece] - (piece == 0 ? 0 : reachedM[piece - 1]);
        return takesS == 0 ? 0 : isM / takesS;
    }

    /** The first piece that is not over then. */
    private int pieceAt(double seconds) {
        int piece = 0;
        while (piece < untilS.length && untilS[piece] <= seconds) {
            piece++;
        }
        return piece;
    }

    /** The first point that lies beyond that metre; the last when none does. */
    private int pointAfter(double metre) {
        int i = 0;
        while (i < walked.length - 1 && walked[i] <= metre) {
            i++;
        }
        return i;
    }

    private static double heading(LatLon a, LatLon b) {
        double east = (b.lon() - a.lon()) * Math.cos(Math.toRadians(a.lat()));
        double degrees = Math.toDegrees(Math.atan2(east, b.lat() - a.lat()));
        return (degrees + 360) % 360;
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }

    private static double[] added(double[] values, double factor) {
        double[] sums = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * factor;
            sums[i] = sum;
        }
        return sums;
    }
}
