package rescue.dispatch.shell.paper;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The paper as one file that needs nothing else: any browser opens it from a stick, and prints it. */
final class PaperHtml {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private PaperHtml() {}

    static String of(PaperPage page) {
        var html = new StringOutput();
        TEMPLATES.render("paper/board.jte", page, html);
        return wellFormed(html.toString());
    }

    /** What no XML may hold, and no paper can show, came with somebody's words: it must not cost us the paper. */
    private static String wellFormed(String html) {
        StringBuilder clean = new StringBuilder(html.length());
        html.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ')
                .filter(c -> (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
