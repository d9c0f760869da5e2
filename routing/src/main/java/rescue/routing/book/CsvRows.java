package rescue.routing.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a data file of the province: UTF-8, commas, a header line. */
public final class CsvRows {

    /** Excel writes it in front of UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvRows() {}

    /**
     * Every row of a file.
     *
     * @param columns the columns that the header must have, in any order; further ones do no harm
     * @throws BrokenRow when the file is no such table
     */
    public static List<CsvRow> read(Path file, String... columns) {
        try (CSVParser parser = CSVParser.parse(text(file), FORMAT)) {
            for (String column : columns) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw new BrokenRow(
                            file,
                            "the header line lacks the column " + column + "; it has " + parser.getHeaderNames()
                                    + " (commas between the columns, UTF-8)");
                }
            }
            List<CsvRow> rows = new ArrayList<>();
            for (CSVRecord cells : parser) {
                if (!cells.isConsistent()) {
                    throw new BrokenRow(
                            file,
                            "line " + parser.getCurrentLineNumber() + " has " + cells.size() + " cells, the header has "
                                    + parser.getHeaderNames().size() + "; put cells that contain a comma in quotes");
                }
                rows.add(new CsvRow(file, parser.getCurrentLineNumber(), cells));
            }
            return rows;
        } catch (IllegalArgumentException | UncheckedIOException broken) { // a header cell twice, a quote left open
            throw new BrokenRow(file, "it is no table: " + broken.getMessage());
        } catch (IOException broken) {
            throw new BrokenRow(file, "it cannot be read: " + broken);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new BrokenRow(file, "it is not UTF-8; save it as \"CSV UTF-8\"");
        }
    }
}
