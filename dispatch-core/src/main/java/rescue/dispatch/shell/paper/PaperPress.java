package rescue.dispatch.shell.paper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.flow.Latest;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;

/** Makes the paper: reads the boards, puts them into words, sets them. One at a time, for all who ask meanwhile. */
public final class PaperPress {

    /** Setting a page is a second's work of a core, and a rare one: a thread of its own keeps it out of everybody's way. */
    private static final String THREAD = "paper";

    /**
     * What stands at the head of every paper.
     *
     * @param node which machine wrote it; empty when there is only one
     * @param emergencyNumber whom people call
     */
    public record Imprint(String node, boolean exercise, String emergencyNumber, ZoneId zone) {}

    /**
     * A paper.
     *
     * @param oldSince of when the oldest of it is, when not all of it could be read
     */
    record Paper(Instant at, Optional<Instant> oldSince, Buffer html, Buffer pdf) {}

    private final PaperSource source;
    private final Imprint imprint;
    private final InstantSource clock;
    private final PagePhrases phrases = new PagePhrases();
    private final WorkerExecutor worker;
    private final Map<Language, Latest<Optional<Paper>>> presses =
            Map.of(Language.VI, new Latest<>(), Language.EN, new Latest<>());

    public PaperPress(Vertx vertx, PaperSource source, Imprint imprint, InstantSource clock) {
        this.source = source;
        this.imprint = imprint;
        this.clock = clock;
        this.worker = vertx.createSharedWorkerExecutor(THREAD, 1);
    }

    /** Empty when nothing at all is known: then whatever was printed before is better. */
    Future<Optional<Paper>> print(Language language) {
        Latest<Optional<Paper>> press = presses.get(language);
        if (press == null) {
            throw new IllegalArgumentException("no press for " + language);
        }
        return press.run(() -> source.read().compose(boards -> {
            if (boards.isBlank()) {
                return Future.succeededFuture(Optional.empty());
            }
            return worker.executeBlocking(() -> Optional.of(set(boards, language)), false);
        }));
    }

    private Paper set(PaperBoards boards, Language language) {
        Instant now = clock.instant();
        var words = new PaperWords(phrases, language, imprint.zone);
        List<String> notices = new ArrayList<>();
        if (imprint.exercise) {
            notices.add(words.say("exercise.banner") + " " + words.say("exercise.meaning"));
        }
        boards.oldSince()
                .ifPresent(since -> notices.add(words.say("paper.old", Map.of("at", words.timeToTheSecond(since)))));
        var page = new PaperPage(
                language.tag(),
                words.say("desk.print.title"),
                at(words, now),
                notices,
                new PaperTables(words).of(boards),
                words.say("paper.help", Map.of("number", imprint.emergencyNumber)));
        String html = PaperHtml.of(page);
        return new Paper(now, boards.oldSince(), Buffer.buffer(html), Buffer.buffer(PaperPdf.of(html)));
    }

    private String at(PaperWords words, Instant now) {
        String written = words.say("paper.at", Map.of("at", words.timeToTheSecond(now)));
        return imprint.node.isEmpty()
                ? written
                : written + " · " + words.say("paper.node", Map.of("node", imprint.node));
    }
}
