package rescue.dispatch.shell.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.RoadClass;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.VehicleClass;

/** A road closure as a row of {@code road_closure}, both ways. */
final class RoadClosureRow {

    /** What {@link #read} needs, of a table called {@code c}. */
    static final String COLUMNS = """
            c.id, c.extent::text AS extent, c.reason, c.effect, c.passable_for, c.delay_s, c.max_weight_t, c.max_width_m,
            c.factor, c.from_at, c.until_at, c.season_first, c.season_last, c.hours_first, c.hours_last
            """;

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private RoadClosureRow() {}

    /** In the order: id, extent, reason, effect and its five figures, times, by, revision. */
    static Tuple write(RoadClosure closure, String by, long revision) {
        RoadEffect effect = closure.effect();
        RoadTimes times = closure.times();
        return Tuple.tuple()
                .addUUID(closure.id())
                .addString(IncidentEventJson.write(StoredExtent.of(closure.extent())))
                .addString(closure.reason())
                .addString(name(effect))
                .addArrayOfString(
                        effect instanceof RoadEffect.Closed closed ? names(closed.passableFor()) : new String[0])
                .addInteger(
                        effect instanceof RoadEffect.OneLane lane
                                ? Math.toIntExact(lane.delay().toSeconds())
                                : null)
                .addDouble(effect instanceof RoadEffect.Limit limit ? limit.maxWeightT() : null)
                .addDouble(effect instanceof RoadEffect.Limit limit ? limit.maxWidthM() : null)
                .addDouble(effect instanceof RoadEffect.Slow slow ? slow.factor() : null)
                .addOffsetDateTime(times.from().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(times.until() == null ? null : times.until().atOffset(ZoneOffset.UTC))
                .addString(
                        times.season() == null
                                ? null
                                : MONTH_DAY.format(times.season().first()))
                .addString(
                        times.season() == null
                                ? null
                                : MONTH_DAY.format(times.season().last()))
                .addLocalTime(times.hours() == null ? null : times.hours().first())
                .addLocalTime(times.hours() == null ? null : times.hours().last())
                .addString(by)
                .addLong(revision);
    }

    static RoadClosure read(Row row) {
        return new RoadClosure(
                row.getUUID("id"),
                IncidentEventJson.parse(row.getString("extent"), StoredExtent.class)
                        .extent(),
                effect(row),
                row.getString("reason"),
                new RoadTimes(
                        row.getOffsetDateTime("from_at").toInstant(),
                        instant(row.getOffsetDateTime("until_at")),
                        season(row.getString("season_first"), row.getString("season_last")),
                        row.getLocalTime("hours_first") == null
                                ? null
                                : new RoadTimes.DailyHours(
                                        row.getLocalTime("hours_first"), row.getLocalTime("hours_last"))));
    }

    private static String name(RoadEffect effect) {
        if (effect instanceof RoadEffect.Closed) {
            return "CLOSED";
        }
        if (effect instanceof RoadEffect.OneLane) {
            return "ONE_LANE";
        }
        return effect instanceof RoadEffect.Limit ? "LIMIT" : "SLOW";
    }

    private static RoadEffect effect(Row row) {
        String name = row.getString("effect");
        return switch (name) {
            case "CLOSED" ->
                new RoadEffect.Closed(Arrays.stream(row.getArrayOfStrings("passable_for"))
                        .map(VehicleClass::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
            case "ONE_LANE" -> new RoadEffect.OneLane(Duration.ofSeconds(row.getInteger("delay_s")));
            case "LIMIT" -> new RoadEffect.Limit(row.getDouble("max_weight_t"), row.getDouble("max_width_m"));
            case "SLOW" -> new RoadEffect.Slow(row.getDouble("factor"));
            default -> throw new IllegalStateException("an effect that this program does not know: " + name);
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static RoadTimes.@Nullable Season season(@Nullable String first, @Nullable String last) {
        return first == null || last == null
                ? null
                : new RoadTimes.Season(MonthDay.parse(first, MONTH_DAY), MonthDay.parse(last, MONTH_DAY));
    }

    private static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** Where, as stored: exactly one way of saying it. */
    private record StoredExtent(
            @Nullable String road,
            @Nullable Double fromKm,
            @Nullable Double toKm,
            @Nullable List<LatLon> line,
            @Nullable LatLon point,
            @Nullable Boolean fords,
            @Nullable Set<RoadClass> roadClasses) {

        static StoredExtent of(RoadExtent extent) {
            if (extent instanceof RoadExtent.ByKm km) {
                return new StoredExtent(km.road(), km.fromKm(), km.toKm(), null, null, null, null);
            }
            if (extent instanceof RoadExtent.ByLine drawn) {
                return new StoredExtent(null, null, null, drawn.points(), null, null, null);
            }
            if (extent instanceof RoadExtent.ByPoint one) {
                return new StoredExtent(null, null, null, null, one.at(), null, null);
            }
            if (extent instanceof RoadExtent.ByClass many) {
                return new StoredExtent(null, null, null, null, null, null, new TreeSet<>(many.classes()));
            }
            return new StoredExtent(null, null, null, null, null, true, null);
        }

        RoadExtent extent() {
            if (line != null) {
                return new RoadExtent.ByLine(line);
            }
            if (point != null) {
                return new RoadExtent.ByPoint(point);
            }
            if (roadClasses != null) {
                return new RoadExtent.ByClass(roadClasses);
            }
            if (fords != null) {
                return new RoadExtent.AllFords();
            }
            if (road == null || fromKm == null || toKm == null) {
                throw new IllegalStateException("a stored road closure without an extent");
            }
            return new RoadExtent.ByKm(road, fromKm, toKm);
        }
    }
}
