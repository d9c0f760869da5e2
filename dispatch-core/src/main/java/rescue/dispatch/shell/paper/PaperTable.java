package rescue.dispatch.shell.paper;

import java.util.List;

/**
 * One table of the paper.
 *
 * @param caption what it shows, and of when
 * @param isOld whether that is to be looked at twice
 * @param rows cells in the order of {@code head}; the first names the row
 * @param emptyRows for the pen
 */
public record PaperTable(String caption, boolean isOld, List<String> head, List<List<String>> rows, int emptyRows) {

    public PaperTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " under a head of " + head.size());
            }
        }
    }
}
