package rescue.routing.book;

import java.nio.file.Path;

/** A row of a data file that cannot be used. The sentence names file, line and column, and says what to mend. */
public final class BrokenRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenRow(Path file, String sentence) {
        super(file + ": " + sentence);
    }

    BrokenRow(Path file, long line, String column, String sentence) {
        super(file + ", line " + line + ", column " + column + ": " + sentence);
    }
}
