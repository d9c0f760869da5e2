package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rescue.dispatch.flow.SuggestReceivers.Receiver;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** Whom a ward can ask, with a sentence for everything that stands against it. */
public final class ReceiversJson {

    private final RecommendationJson sentences;

    public ReceiversJson(Phrases phrases) {
        this.sentences = new RecommendationJson(phrases);
    }

    public JsonObject of(List<Receiver> receivers, Language language) {
        var list = new JsonArray();
        for (Receiver receiver : receivers) {
            var against = new JsonArray();
            receiver.whyNot().forEach(no -> against.add(sentences.refusal(no, language)));
            list.add(new JsonObject()
                    .put("hospitalId", receiver.hospital().id())
                    .put("name", receiver.hospital().name())
                    .put("phone", receiver.hospital().phone())
                    .put(
                            "driveS",
                            receiver.drive() == null ? null : receiver.drive().toSeconds())
                    .put("free", receiver.freeBeds())
                    .put("confidence", receiver.confidence().name())
                    .put("refusals", against));
        }
        return new JsonObject().put("receivers", list);
    }
}
