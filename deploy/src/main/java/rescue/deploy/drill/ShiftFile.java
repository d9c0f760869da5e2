package rescue.deploy.drill;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.Shift.Pace;
import rescue.deploy.drill.Shift.RoadWork;
import rescue.deploy.drill.Shift.WardReport;

/** Reads a shift; one that cannot be played is refused with the place in the file. maps/laichau/drill/README.md has its form. */
public final class ShiftFile {

    /** Where a province keeps it. */
    private static final String NAME = "drill/shift.json";

    private final Path file;
    private final LocalTime begins;

    private ShiftFile(Path file, LocalTime begins) {
        this.file = file;
        this.begins = begins;
    }

    /** A shift that cannot be played. */
    public static final class BrokenShift extends IllegalArgumentException {
        BrokenShift(Path file, String where, String what) {
            super(file + ", " + where + ": " + what);
        }
    }

    public static Path in(Path province) {
        return province.resolve(NAME);
    }

    public static Shift read(Path file) {
        JsonObject root = parse(file);
        var reader = new ShiftFile(file, clock(file, root, "begins", ""));
        List<Call> calls = reader.each(root, "calls", reader::call);
        List<RoadWork> roads = reader.each(root, "roads", reader::road);
        reader.mustNameEarlierOnes(calls, roads);
        return new Shift(
                reader.begins,
                reader.time(root, "live", ""),
                reader.time(root, "ends", ""),
                reader.pace(reader.object(root, "pace", "")),
                calls,
                roads,
                reader.each(root, "hospitals", reader::report));
    }

    private static JsonObject parse(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (DecodeException broken) {
            throw new BrokenShift(file, "as a whole", "this is no JSON: " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the shift " + file + " cannot be read", unreadable);
        }
    }

    private Pace pace(JsonObject pace) {
        return new Pace(
                seconds(pace, "acknowledgeS"),
                seconds(pace, "leaveS"),
                seconds(pace, "crewAcknowledgeS"),
                seconds(pace, "turnoutS"),
                seconds(pace, "reachPatientS"),
                seconds(pace, "onSceneS"),
                seconds(pace, "handOverS"),
                seconds(pace, "clearS"),
                seconds(pace, "wardSeesS"),
                seconds(pace, "wardAnswersS"));
    }

    private Duration seconds(JsonObject pace, String name) {
        if (!(pace.getValue(name) instanceof Integer seconds) || seconds < 0) {
            throw new BrokenShift(file, "pace/" + name, "a whole number of seconds is missing");
        }
        return Duration.ofSeconds(seconds);
    }

    private Call call(JsonObject call, String where) {
        return new Call(
                text(call, "id", where),
                time(call, "at", where),
                object(call, "alert", where),
                objects(call, "patients", where),
                call.getInteger("units", 1),
                call.getBoolean("hoax", false),
                Optional.ofNullable(call.getString("sameAs")),
                objects(call, "hospitalAnswers", where),
                call.getString("disposition", "TRANSPORTED"),
                Optional.ofNullable(call.getString("note")));
    }

    private RoadWork road(JsonObject road, String where) {
        boolean closes = road.containsKey("close");
        if (closes == road.containsKey("reopen")) {
            throw new BrokenShift(file, where, "either close or reopen");
        }
        return new RoadWork(
                text(road, closes ? "id" : "reopen", where),
                time(road, "at", where),
                closes ? Optional.of(object(road, "close", where)) : Optional.empty());
    }

    private WardReport report(JsonObject report, String where) {
        return new WardReport(
                text(report, "hospital", where), time(report, "at", where), object(report, "capacity", where));
    }

    private void mustNameEarlierOnes(List<Call> calls, List<RoadWork> roads) {
        Set<String> told = new HashSet<>();
        for (Call call : calls) {
            call.sameAs().filter(earlier -> !told.contains(earlier)).ifPresent(earlier -> {
                throw new BrokenShift(file, "call " + call.id(), "no call " + earlier + " stands above it");
            });
            if (!told.add(call.id())) {
                throw new BrokenShift(file, "call " + call.id(), "there are two of that id");
            }
        }
        Set<String> closed = new HashSet<>();
        for (RoadWork road : roads) {
            if (road.closure().isPresent() ? !closed.add(road.id()) : !closed.remove(road.id())) {
                throw new BrokenShift(file, "road " + road.id(), "it is closed twice, or opened and was not closed");
            }
        }
    }

    private <T> List<T> each(JsonObject root, String name, BiFunction<JsonObject, String, T> read) {
        List<T> all = new ArrayList<>();
        List<JsonObject> objects = objects(root, name, "");
        for (int i = 0; i < objects.size(); i++) {
            all.add(read.apply(objects.get(i), name + "/" + i));
        }
        return all;
    }

    private List<JsonObject> objects(JsonObject parent, String name, String where) {
        if (!(parent.getValue(name, new JsonArray()) instanceof JsonArray array)) {
            throw new BrokenShift(file, where + "/" + name, "a list is wanted");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (Object one : array) {
            if (!(one instanceof JsonObject object)) {
                throw new BrokenShift(file, where + "/" + name, "a list of objects is wanted");
            }
            objects.add(object);
        }
        return objects;
    }

    private JsonObject object(JsonObject parent, String name, String where) {
        if (parent.getValue(name) instanceof JsonObject object) {
            return object;
        }
        throw new BrokenShift(file, where + "/" + name, "an object is missing");
    }

    private String text(JsonObject parent, String name, String where) {
        if (parent.getValue(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BrokenShift(file, where + "/" + name, "a text is missing");
    }

    /** From the beginning of the shift; one that is earlier by the clock is on the next day. */
    private Duration time(JsonObject parent, String name, String where) {
        Duration since = Duration.between(begins, clock(file, parent, name, where));
        return since.isNegative() ? since.plusDays(1) : since;
    }

    private static LocalTime clock(Path file, JsonObject parent, String name, String where) {
        try {
            return LocalTime.parse(parent.getString(name, "missing"));
        } catch (DateTimeException | ClassCastException broken) {
            throw new BrokenShift(
                    file, where + "/" + name, "a time as 16:50 or 16:50:30 is wanted, not " + parent.getValue(name));
        }
    }
}
