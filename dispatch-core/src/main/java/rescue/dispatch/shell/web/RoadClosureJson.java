package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** A road closure as it is answered. */
final class RoadClosureJson {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Phrases phrases;
    private final Language language;

    RoadClosureJson(Phrases phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    /** What was entered, and what that did. */
    JsonObject of(CloseRoad.Closed closed) {
        return of(closed.closure(), true, closed.match())
                .put("roadsVersion", closed.roadsVersion())
                .put("alreadyClosedBy", ids(closed.alreadyClosedBy()))
                .put("contradicts", ids(closed.contradicts()));
    }

    /** With the roads that it means on the map of today. */
    JsonObject of(RoadClosure closure, boolean inForce, ExtentMatch match) {
        JsonObject json = of(closure, inForce);
        return match.fold(
                matched -> json.put("match", "MATCHED")
                        .put("closedM", Math.round(matched.lengthM()))
                        .put("edges", matched.edges())
                        .put("line", lines(matched.lines())),
                notYet -> json.put("match", "NOT_YET").put("line", lines(notYet.lines())),
                unmatched -> json.put("match", "NO_ROAD").put("line", null));
    }

    /** As entered. */
    JsonObject of(RoadClosure closure, boolean inForce) {
        Instant until = closure.times().until();
        JsonObject json = new JsonObject()
                .put("id", closure.id().toString())
                .put("label", label(closure.extent()))
                .put("reason", closure.reason())
                .put("inForce", inForce)
                .put("from", closure.times().from().toString())
                .put("until", until == null ? null : until.toString());
        extent(closure.extent(), json);
        effect(closure.effect(), json);
        times(closure.times(), json);
        return json;
    }

    private static void extent(RoadExtent extent, JsonObject json) {
        if (extent instanceof RoadExtent.ByKm km) {
            json.put("road", km.road()).put("fromKm", km.fromKm()).put("toKm", km.toKm());
        } else if (extent instanceof RoadExtent.ByPoint point) {
            json.put(
                    "point",
                    new JsonObject()
                            .put("lat", point.at().lat())
                            .put("lon", point.at().lon()));
        } else if (extent instanceof RoadExtent.AllFords) {
            json.put("fords", true);
        } else if (extent instanceof RoadExtent.ByClass many) {
            json.put("roadClasses", names(many.classes()));
        }
    }

    private static void effect(RoadEffect effect, JsonObject json) {
        json.put("passableFor", new JsonArray());
        if (effect instanceof RoadEffect.Closed closed) {
            json.put("effect", "CLOSED").put("passableFor", names(closed.passableFor()));
        } else if (effect instanceof RoadEffect.OneLane lane) {
            json.put("effect", "ONE_LANE").put("delayS", lane.delay().toSeconds());
        } else if (effect instanceof RoadEffect.Limit limit) {
            json.put("effect", "LIMIT").put("maxWeightT", limit.maxWeightT()).put("maxWidthM", limit.maxWidthM());
        } else {
            json.put("effect", "SLOW").put("factor", ((RoadEffect.Slow) effect).factor());
        }
    }

    private static void times(RoadTimes times, JsonObject json) {
        RoadTimes.Season season = times.season();
        RoadTimes.DailyHours hours = times.hours();
        if (season != null) {
            json.put("season", ends(day(season.first()), day(season.last())));
        }
        if (hours != null) {
            json.put("hours", ends(hours.first().toString(), hours.last().toString()));
        }
    }

    private static JsonObject ends(String first, String last) {
        return new JsonObject().put("first", first).put("last", last);
    }

    private static String day(MonthDay day) {
        return MONTH_DAY.format(day);
    }

    private static JsonArray names(Collection<? extends Enum<?>> constants) {
        JsonArray names = new JsonArray();
        constants.stream().map(Enum::name).sorted().forEach(names::add);
        return names;
    }

    static JsonArray ids(Collection<?> ids) {
        JsonArray all = new JsonArray();
        ids.forEach(id -> all.add(id.toString()));
        return all;
    }

    private static @Nullable JsonObject lines(List<List<LatLon>> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        JsonArray all = new JsonArray();
        for (List<LatLon> line : lines) {
            JsonArray points = new JsonArray();
            line.forEach(at -> points.add(new JsonArray().add(at.lon()).add(at.lat())));
            all.add(points);
        }
        return new JsonObject().put("type", "MultiLineString").put("coordinates", all);
    }

    private String label(RoadExtent extent) {
        if (extent instanceof RoadExtent.ByKm km) {
            String from = new RoadKm(km.road(), km.fromKm()).label();
            return km.fromKm() == km.toKm() ? from : from + " – " + new RoadKm(km.road(), km.toKm()).label();
        }
        if (extent instanceof RoadExtent.ByLine line) {
            return phrases.text(language, "extent.line", line.points().size());
        }
        if (extent instanceof RoadExtent.ByPoint point) {
            return phrases.text(
                    language,
                    "extent.point",
                    String.format(
                            java.util.Locale.ROOT,
                            "%.5f, %.5f",
                            point.at().lat(),
                            point.at().lon()));
        }
        if (extent instanceof RoadExtent.ByClass many) {
            return phrases.text(
                    language,
                    "extent.classes",
                    many.classes().stream()
                            .sorted()
                            .map(one -> phrases.text(language, "road-class." + one.name()))
                            .collect(Collectors.joining(", ")));
        }
        return phrases.text(language, "extent.fords");
    }
}
