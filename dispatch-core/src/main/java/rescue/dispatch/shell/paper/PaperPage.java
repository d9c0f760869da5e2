package rescue.dispatch.shell.paper;

import java.util.List;

/**
 * The whole paper, in words.
 *
 * @param at when it was written, and where
 * @param notices what must be read before anything else: an exercise, an age
 * @param help how to go on with it
 */
public record PaperPage(
        String lang, String title, String at, List<String> notices, List<PaperTable> tables, String help) {

    public PaperPage {
        notices = List.copyOf(notices);
        tables = List.copyOf(tables);
    }
}
