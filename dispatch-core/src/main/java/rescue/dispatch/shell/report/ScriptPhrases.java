package rescue.dispatch.shell.report;

import java.util.List;

/** What the page's script says: handed over in the page, so that the script speaks every language and weighs nothing. */
public final class ScriptPhrases {

    public static final List<String> KEYS = List.of(
            "report.here.looking",
            "report.here.found",
            "report.here.far",
            "report.here.near",
            "report.here.denied",
            "report.here.failed",
            "report.error.kind",
            "report.error.where",
            "report.net.online",
            "report.net.offline",
            "report.unsent.title",
            "report.unsent.waiting",
            "report.unsent.sending",
            "report.unsent.refused",
            "report.unsent.now",
            "report.unsent.drop",
            "report.unsent.dropSure",
            "report.sent.title",
            "report.sent.follow",
            "report.advice",
            "report.sms",
            "report.track.age",
            "report.track.seconds",
            "report.track.minutes",
            "report.track.hours",
            "report.photo.sending",
            "report.more.notSent");

    private ScriptPhrases() {}
}
