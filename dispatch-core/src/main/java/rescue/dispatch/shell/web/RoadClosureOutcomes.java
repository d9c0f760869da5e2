package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** Many road closures at once: what each means, and what became of it, with a pointer to whatever is to be mended. */
final class RoadClosureOutcomes {

    private final Phrases phrases;
    private final Language language;
    private final List<Item> items = new ArrayList<>();
    private final List<CloseRoad.Entered> readable = new ArrayList<>();

    /** Either to be entered, or refused before anybody was asked. */
    private sealed interface Item {
        record Entry(CloseRoad.Entered entered) implements Item {}

        record Refused(ApiFailure failure) implements Item {}
    }

    RoadClosureOutcomes(Phrases phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    void read(JsonArray asked) {
        for (int i = 0; i < asked.size(); i++) {
            try {
                CloseRoad.Entered entered = RoadClosureAsk.read(asked.getJsonObject(i));
                readable.add(entered);
                items.add(new Item.Entry(entered));
            } catch (ApiFailure refused) {
                items.add(new Item.Refused(refused));
            }
        }
    }

    /** Those that mean something, in their order. */
    List<CloseRoad.Entered> readable() {
        return List.copyOf(readable);
    }

    /** The answer, given the outcomes of the readable ones. */
    JsonObject write(List<Outcome<CloseRoad.Closed>> outcomes) {
        JsonArray results = new JsonArray();
        int next = 0;
        int refused = 0;
        for (int i = 0; i < items.size(); i++) {
            JsonObject result = new JsonObject().put("index", i);
            if (items.get(i) instanceof Item.Entry one) {
                Outcome<CloseRoad.Closed> outcome = outcomes.get(next++);
                outcome.fold(
                        closed -> entered(result, closed),
                        no -> refused(
                                result,
                                RoadClosureRoutes.failure(no, one.entered().extent())));
            } else {
                refused(result, ((Item.Refused) items.get(i)).failure());
            }
            refused += result.containsKey("code") ? 1 : 0;
            results.add(result);
        }
        return new JsonObject()
                .put("entered", items.size() - refused)
                .put("refused", refused)
                .put("results", results);
    }

    private static JsonObject entered(JsonObject result, CloseRoad.Closed closed) {
        result.put("id", closed.closure().id().toString());
        closed.match()
                .fold(
                        matched -> result.put("match", "MATCHED").put("closedM", Math.round(matched.lengthM())),
                        notYet -> result.put("match", "NOT_YET"),
                        unmatched -> result);
        if (!closed.alreadyClosedBy().isEmpty()) {
            result.put("alreadyClosedBy", RoadClosureJson.ids(closed.alreadyClosedBy()));
        }
        if (!closed.contradicts().isEmpty()) {
            result.put("contradicts", RoadClosureJson.ids(closed.contradicts()));
        }
        return result;
    }

    private JsonObject refused(JsonObject result, ApiFailure failure) {
        String pointer = failure.pointer();
        return result.put("code", failure.code().code())
                .put("pointer", "/roadClosures/" + result.getInteger("index") + (pointer == null ? "" : pointer))
                .put(
                        "detail",
                        phrases.text(
                                language,
                                failure.code().phrase(),
                                failure.args().toArray()));
    }
}
