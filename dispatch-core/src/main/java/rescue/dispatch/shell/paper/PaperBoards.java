package rescue.dispatch.shell.paper;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is put on paper, each board with the moment at which it was so.
 *
 * @param waiting alerts that wait for the database, which so belong to no incident yet
 */
public record PaperBoards(
        Optional<Board> incidents,
        Optional<Board> units,
        Optional<Board> hospitals,
        Optional<Board> roadClosures,
        Optional<Board> waiting) {

    /**
     * One board.
     *
     * @param rows as the contract writes them
     * @param isOld whether it could not be read now, and is what was known last
     */
    public record Board(Instant asOf, List<JsonObject> rows, boolean isOld) {

        Board asOld() {
            return new Board(asOf, rows, true);
        }
    }

    /** An empty paper helps nobody, and must not take the place of one that does. */
    boolean isBlank() {
        return incidents.isEmpty() && units.isEmpty() && hospitals.isEmpty();
    }

    /** When the oldest of it was so; empty when all of it was read just now. */
    Optional<Instant> oldSince() {
        return Stream.of(incidents, units, hospitals, roadClosures)
                .flatMap(Optional::stream)
                .filter(Board::isOld)
                .map(Board::asOf)
                .min(Instant::compareTo);
    }
}
