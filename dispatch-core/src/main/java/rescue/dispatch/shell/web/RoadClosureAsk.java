package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.RoadClass;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.VehicleClass;

/** Reads a road closure as it is asked for; what fits the contract and means nothing is refused with its pointer. */
final class RoadClosureAsk {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private RoadClosureAsk() {}

    static CloseRoad.Entered read(JsonObject body) {
        return new CloseRoad.Entered(
                extent(body),
                effect(body),
                body.getString("reason"),
                instant(body.getString("from")),
                instant(body.getString("until")),
                season(body.getJsonObject("season")),
                hours(body.getJsonObject("hours")));
    }

    /** Which member of the body says where. */
    static String pointer(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByKm) {
            return "/road";
        }
        if (extent instanceof RoadExtent.ByPoint) {
            return "/point";
        }
        if (extent instanceof RoadExtent.ByLine) {
            return "/line";
        }
        return extent instanceof RoadExtent.AllFords ? "/fords" : "/roadClasses";
    }

    private static RoadExtent extent(JsonObject body) {
        long ways = Stream.of("road", "line", "point", "roadClasses")
                        .filter(way -> body.getValue(way) != null)
                        .count()
                + (Boolean.TRUE.equals(body.getBoolean("fords")) ? 1 : 0);
        if (ways != 1) {
            throw new ApiFailure(ProblemCode.EXTENT_MISSING);
        }
        if (body.getString("road") != null) {
            return stretch(body, body.getString("road"));
        }
        if (body.getJsonObject("point") != null) {
            JsonObject point = body.getJsonObject("point");
            return new RoadExtent.ByPoint(new LatLon(point.getDouble("lat"), point.getDouble("lon")));
        }
        if (body.getJsonObject("line") != null) {
            return line(body.getJsonObject("line"));
        }
        JsonArray classes = body.getJsonArray("roadClasses");
        return classes == null
                ? new RoadExtent.AllFords()
                : new RoadExtent.ByClass(names(classes).map(RoadClass::valueOf).collect(Collectors.toSet()));
    }

    private static RoadExtent stretch(JsonObject body, String road) {
        Double fromKm = body.getDouble("fromKm");
        if (fromKm == null) {
            throw new ApiFailure(ProblemCode.EXTENT_MISSING).at("/fromKm");
        }
        return new RoadExtent.ByKm(road, fromKm, body.getDouble("toKm", fromKm));
    }

    /** A GeoJSON Point is the same as {@code point}. */
    private static RoadExtent line(JsonObject geometry) {
        JsonArray coordinates = geometry.getJsonArray("coordinates");
        if ("Point".equals(geometry.getString("type"))) {
            return new RoadExtent.ByPoint(point(coordinates));
        }
        List<LatLon> points = new ArrayList<>();
        for (Object pair : coordinates) {
            points.add(point(pair));
        }
        return new RoadExtent.ByLine(points);
    }

    private static LatLon point(@Nullable Object pair) {
        if (pair instanceof JsonArray numbers
                && numbers.size() >= 2
                && numbers.getValue(0) instanceof Number lon
                && numbers.getValue(1) instanceof Number lat
                && LatLon.isValid(lat.doubleValue(), lon.doubleValue())) {
            return new LatLon(lat.doubleValue(), lon.doubleValue());
        }
        throw new ApiFailure(ProblemCode.INVALID_COORDINATES).at("/line/coordinates");
    }

    private static RoadEffect effect(JsonObject body) {
        return switch (body.getString("effect", "CLOSED")) {
            case "ONE_LANE" -> {
                Integer delayS = body.getInteger("delayS");
                yield new RoadEffect.OneLane(
                        delayS == null ? RoadEffect.OneLane.USUAL_DELAY : Duration.ofSeconds(delayS));
            }
            case "LIMIT" -> {
                Double weightT = body.getDouble("maxWeightT");
                Double widthM = body.getDouble("maxWidthM");
                if (weightT == null && widthM == null) {
                    throw new ApiFailure(ProblemCode.EFFECT_FIGURES_BROKEN).at("/maxWeightT");
                }
                yield new RoadEffect.Limit(weightT, widthM);
            }
            case "SLOW" -> {
                Double factor = body.getDouble("factor");
                if (factor == null) {
                    throw new ApiFailure(ProblemCode.EFFECT_FIGURES_BROKEN).at("/factor");
                }
                yield new RoadEffect.Slow(factor);
            }
            default -> new RoadEffect.Closed(passableFor(body.getJsonArray("passableFor")));
        };
    }

    private static Set<VehicleClass> passableFor(@Nullable JsonArray classes) {
        return classes == null
                ? Set.of()
                : names(classes).map(VehicleClass::valueOf).collect(Collectors.toSet());
    }

    private static Stream<String> names(JsonArray array) {
        return array.stream().map(String.class::cast);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static RoadTimes.@Nullable Season season(@Nullable JsonObject season) {
        try {
            return season == null
                    ? null
                    : new RoadTimes.Season(
                            MonthDay.parse(season.getString("first"), MONTH_DAY),
                            MonthDay.parse(season.getString("last"), MONTH_DAY));
        } catch (DateTimeException noSuchDay) {
            throw new ApiFailure(ProblemCode.SEASON_BROKEN).at("/season");
        }
    }

    private static RoadTimes.@Nullable DailyHours hours(@Nullable JsonObject hours) {
        try {
            return hours == null
                    ? null
                    : new RoadTimes.DailyHours(
                            LocalTime.parse(hours.getString("first")), LocalTime.parse(hours.getString("last")));
        } catch (DateTimeException | IllegalArgumentException noSuchHours) {
            throw new ApiFailure(ProblemCode.HOURS_BROKEN).at("/hours");
        }
    }
}
