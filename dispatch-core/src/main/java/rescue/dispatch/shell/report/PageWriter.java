package rescue.dispatch.shell.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;
import rescue.dispatch.shell.web.AboutRoutes.About;

/** From a template and what it shows to an answer. The templates were compiled by the build and escape by themselves. */
public final class PageWriter {

    private static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Bundle bundle = Bundle.ofClassPath();
    private final PagePhrases phrases = new PagePhrases();
    private final PageLanguages languages;
    private final About about;

    public PageWriter(About about) {
        this.about = about;
        this.languages = new PageLanguages(phrases, LanguagePack.list());
    }

    /** A phrase that is no page's, such as a mark for the desk. */
    String phrase(Language language, String key) {
        return phrases.text(language, key, Map.of());
    }

    Frame frame(RoutingContext ctx) {
        return frame(ctx, ctx.queryParams().get("lang"));
    }

    /** In a language other than the address says. */
    Frame frame(RoutingContext ctx, String lang) {
        var language = languages.of(lang, ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new Frame(language, about, bundle, languages.listOffered());
    }

    /**
     * Sends a page. It is asked for again each time, and yet may be gone back to: nothing that was typed is lost by the
     * button that goes back.
     */
    void send(RoutingContext ctx, int status, String template, Frame frame, Map<String, Object> shown) {
        Map<String, Object> all = new HashMap<>(shown);
        all.put("frame", frame);
        StringOutput html = new StringOutput();
        templates.render("report/" + template + ".jte", all, html);
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader("Content-Language", frame.lang())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .end(html.toString());
    }
}
