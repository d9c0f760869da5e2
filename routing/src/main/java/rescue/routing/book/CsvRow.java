package rescue.routing.book;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import rescue.dispatch.geo.LatLon;

/** One row of a data file. A cell that cannot be used is refused with its place and what to mend. */
public final class CsvRow {

    private final Path file;
    private final long line;
    private final CSVRecord cells;

    CsvRow(Path file, long line, CSVRecord cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    /** The cell's text; refused when empty. */
    public String text(String column) {
        return find(column).orElseThrow(() -> broken(column, "it is empty; it must be given"));
    }

    /** The cell's text, if the file has that column and the cell is not empty. */
    public Optional<String> find(String column) {
        return cells.isMapped(column)
                ? Optional.of(cells.get(column)).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** The cell's text, or nothing between two quotes. */
    public String textOrEmpty(String column) {
        return find(column).orElse("");
    }

    /** The words of a cell, told apart by semicolons. */
    public List<String> words(String column) {
        return Arrays.stream(textOrEmpty(column).split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A number within those bounds, themselves included. */
    public double number(String column, double least, double most) {
        String text = text(column);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw broken(column, "\"" + text + "\" is no number; write it like 12.345");
        }
        if (!(value >= least && value <= most)) { // written positively, so that NaN is refused too
            throw broken(column, "\"" + text + "\" is not within " + least + ".." + most);
        }
        return value;
    }

    /** A whole number within those bounds, themselves included. */
    public int whole(String column, int least, int most) {
        double value = number(column, least, most);
        if (value != Math.rint(value)) {
            throw broken(column, "\"" + text(column) + "\" is no whole number");
        }
        return (int) value;
    }

    /** The point that two cells give. */
    public LatLon point(String latColumn, String lonColumn) {
        var point = new LatLon(number(latColumn, -90, 90), number(lonColumn, -180, 180));
        if (point.isNullIsland()) {
            throw broken(latColumn, "(0, 0) is where a receiver without a fix is; give the real place");
        }
        return point;
    }

    /** One of a list of constants, as they are spelled. */
    public <E extends Enum<E>> E one(Class<E> constants, String column) {
        return constant(constants, column, text(column));
    }

    /** Every word of a cell as one of a list of constants. */
    public <E extends Enum<E>> List<E> each(Class<E> constants, String column) {
        return words(column).stream()
                .map(word -> constant(constants, column, word))
                .toList();
    }

    /** A cell that says yes or no. */
    public boolean yes(String column) {
        return switch (text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw broken(column, "\"" + text(column) + "\" is neither yes nor no");
        };
    }

    /** The refusal of this row. */
    public BrokenRow broken(String column, String sentence) {
        return new BrokenRow(file, line, column, sentence);
    }

    private <E extends Enum<E>> E constant(Class<E> constants, String column, String word) {
        for (E constant : constants.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw broken(column, "\"" + word + "\" is none of " + Arrays.toString(constants.getEnumConstants()));
    }
}
