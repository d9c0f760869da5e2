package rescue.dispatch.shell.paper;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.paper.PaperBoards.Board;

/** From the boards, as the contract writes them, to tables of words. What is not known is an empty cell, for the pen. */
final class PaperTables {

    /** A shift without a computer writes some twenty cases; further sheets can be copied. */
    private static final int LOG_ROWS = 20;

    private static final String ROOM_FOR_A_NUMBER = "\u00a0".repeat(24);

    private final PaperWords words;

    PaperTables(PaperWords words) {
        this.words = words;
    }

    List<PaperTable> of(PaperBoards boards) {
        Map<String, String> incidentOfUnit = incidentOfUnit(boards.incidents());
        List<PaperTable> tables = new ArrayList<>();
        boards.waiting()
                .filter(waiting -> !waiting.rows().isEmpty())
                .ifPresent(waiting -> tables.add(waiting(waiting)));
        tables.add(table("desk.print.incidents", boards.incidents(), incidentHead(), this::incident));
        tables.add(table(
                "desk.print.units",
                boards.units(),
                unitHead(),
                row -> unit(row, incidentOfUnit.getOrDefault(row.getString("id"), ""))));
        tables.add(table("desk.print.hospitals", boards.hospitals(), hospitalHead(), this::hospital));
        boards.roadClosures()
                .filter(closures -> !closures.rows().isEmpty())
                .ifPresent(closures ->
                        tables.add(table("paper.closures", Optional.of(closures), closureHead(), this::closure)));
        tables.add(log());
        return tables;
    }

    private PaperTable table(
            String caption, Optional<Board> board, List<String> head, Function<JsonObject, List<String>> row) {
        List<JsonObject> rows = board.map(Board::rows).orElse(List.of());
        String says = words.say(caption, Map.of("n", rows.size()));
        String ofWhen = board.map(known -> words.say("paper.asOf", Map.of("at", words.timeToTheSecond(known.asOf()))))
                .orElse(words.say("paper.never"));
        return new PaperTable(
                says + " · " + ofWhen,
                board.map(Board::isOld).orElse(true),
                head,
                rows.stream().map(row).toList(),
                0);
    }

    private PaperTable waiting(Board waiting) {
        return table(
                "paper.waiting",
                Optional.of(waiting),
                says("paper.waiting.at", "kind.label", "desk.print.place", "paper.caller", "paper.said"),
                row -> List.of(
                        words.time(row.getString("receivedAt")),
                        words.word("kind", row.getString("kind")),
                        Places.told(row.getJsonObject("place", new JsonObject())),
                        text(row, "reporterPhone"),
                        text(row, "description")));
    }

    private List<String> incidentHead() {
        return says(
                "board.incident",
                "priority.label",
                "desk.print.opened",
                "desk.print.place",
                "paper.coordinates",
                "kind.label",
                "detail.patients",
                "paper.caller",
                "desk.print.sent");
    }

    private List<String> incident(JsonObject it) {
        JsonObject place = it.getJsonObject("place", new JsonObject());
        return List.of(
                text(it, "number"),
                text(it, "priority"),
                words.time(it.getString("openedAt")),
                Places.label(place),
                Places.coordinates(place.getJsonObject("located")),
                words.word("kind", it.getString("kind")),
                patients(it),
                strings(it.getJsonArray(PaperSource.PHONES)).collect(Collectors.joining(", ")),
                sent(it));
    }

    private String patients(JsonObject it) {
        String counted = Stream.of("injured", "dead", "trapped")
                .map(field -> text(it, field))
                .collect(Collectors.joining(" / "));
        String colours = objects(it.getJsonArray("patients"))
                .map(patient -> words.word("triage", patient.getString("triage")))
                .collect(Collectors.joining(", "));
        return colours.isEmpty() ? counted : counted + " · " + colours;
    }

    private String sent(JsonObject it) {
        String all = objects(it.getJsonArray("assignments"))
                .filter(PaperTables::isActive)
                .map(one -> text(one, "callSign") + ": " + words.word("status", one.getString("status"))
                        + (one.getString("hospitalName") == null ? "" : " → " + one.getString("hospitalName")))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? words.say("queue.unassigned") : all;
    }

    /** The unit is still out, or the patient still with it. */
    private static boolean isActive(JsonObject assignment) {
        return !List.of("CANCELLED", "HANDED_OVER", "IN_SERVICE").contains(text(assignment, "status"));
    }

    private List<String> unitHead() {
        return says(
                "board.callSign",
                "desk.phone",
                "board.status",
                "desk.unit.station",
                "paper.coordinates",
                "paper.positionAt",
                "desk.unit.can",
                "board.incident");
    }

    private List<String> unit(JsonObject unit, String incident) {
        JsonObject position = unit.getJsonObject("position");
        boolean onDuty = unit.getBoolean("onDuty", true);
        return List.of(
                text(unit, "callSign"),
                phone(unit),
                onDuty ? words.word("unitStatus", unit.getString("status")) : words.say("board.offDuty"),
                text(unit, "stationName"),
                Places.coordinates(position),
                position == null ? "" : words.time(position.getString("at")),
                strings(unit.getJsonArray("capabilities")).collect(Collectors.joining(" ")),
                incident);
    }

    private List<String> hospitalHead() {
        List<String> head = new ArrayList<>(says("board.name", "desk.phone", "board.traffic"));
        for (BedKind kind : BedKind.values()) {
            head.add(words.word("bed", kind.name()));
        }
        head.addAll(says("paper.services", "board.reported"));
        return head;
    }

    private List<String> hospital(JsonObject hospital) {
        List<String> cells = new ArrayList<>(List.of(
                text(hospital, "name"), phone(hospital), words.word("traffic", hospital.getString("emsTraffic"))));
        JsonObject beds = hospital.getJsonObject("beds", new JsonObject());
        for (BedKind kind : BedKind.values()) {
            JsonObject bed = beds.getJsonObject(kind.name());
            cells.add(bed == null ? "" : text(bed, "free"));
        }
        JsonObject services = hospital.getJsonObject("services", new JsonObject());
        cells.add(Stream.of(Service.values())
                .filter(service -> services.getBoolean(service.name(), false))
                .map(service -> words.word("service", service.name()))
                .collect(Collectors.joining(", ")));
        cells.add(
                words.time(hospital.getJsonObject("capacity", new JsonObject()).getString("reportedAt")));
        return cells;
    }

    private List<String> closureHead() {
        return says("desk.print.place", "paper.effect", "paper.reason", "paper.from", "paper.until");
    }

    private List<String> closure(JsonObject closure) {
        return List.of(
                text(closure, "label"),
                words.word("roadEffect", closure.getString("effect")),
                text(closure, "reason"),
                words.time(closure.getString("from")),
                words.time(closure.getString("until")));
    }

    private PaperTable log() {
        List<String> head = says(
                "paper.log.time",
                "paper.caller",
                "desk.print.place",
                "paper.log.what",
                "desk.print.sent",
                "paper.log.to");
        return new PaperTable(words.say("paper.log"), false, head, List.of(), LOG_ROWS);
    }

    private static Map<String, String> incidentOfUnit(Optional<Board> incidents) {
        Map<String, String> numbers = new HashMap<>();
        incidents.ifPresent(board -> board.rows()
                .forEach(incident -> objects(incident.getJsonArray("assignments"))
                        .filter(PaperTables::isActive)
                        .forEach(one -> numbers.put(text(one, "unitId"), text(incident, "number")))));
        return numbers;
    }

    private List<String> says(String... keys) {
        return Stream.of(keys).map(words::say).toList();
    }

    /** A number that is not known is asked for and written down: there must be room for it. */
    private static String phone(JsonObject whose) {
        String known = text(whose, "phone");
        return known.isEmpty() ? ROOM_FOR_A_NUMBER : known;
    }

    /** What is there, however it is written; empty when it is not. */
    private static String text(JsonObject json, String field) {
        Object value = json.getValue(field);
        return value == null ? "" : String.format(Locale.ROOT, "%s", value);
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
    }

    private static Stream<String> strings(@Nullable JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(String::valueOf);
    }
}
