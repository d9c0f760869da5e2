package rescue.hospital.protocol;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;

/**
 * Reads numbers of beds that a machine sent. What cannot be is refused, not corrected: a message with one impossible
 * number was made by a program that is wrong, and whatever else it says rests on that program too.
 */
public final class Counts {

    /** As the contract has it for people: no hospital of the country has as many beds of one kind. */
    public static final int MAX = 2000;

    /** More digits than that are no number of beds, and no number for {@code int} either. */
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");

    private Counts() {}

    /**
     * A number of beds.
     *
     * @param where a pointer into the message, for whoever has to mend it
     */
    public static int read(String text, String where) {
        String stripped = text.strip();
        if (!WHOLE.matcher(stripped).matches()) {
            throw new ApiFailure(ProblemCode.COUNT_NOT_WHOLE, shown(text)).at(where);
        }
        int count = Integer.parseInt(stripped);
        if (count < 0) {
            throw new ApiFailure(ProblemCode.COUNT_NEGATIVE, count).at(where);
        }
        if (count > MAX) {
            throw new ApiFailure(ProblemCode.COUNT_TOO_MANY, count, MAX).at(where);
        }
        return count;
    }

    /** Refuses "32,323 of 121": more free than there are. */
    public static void checkWithin(int available, @Nullable Integer all, String where) {
        if (all != null && available > all) {
            throw new ApiFailure(ProblemCode.COUNT_OVER_ALL, available, all).at(where);
        }
    }

    /** Notes a number; the same kind twice with two numbers is refused, as nobody can say which one holds. */
    public static void put(Map<BedKind, Integer> available, BedKind kind, int count, String where) {
        Integer before = available.putIfAbsent(kind, count);
        if (before != null && before != count) {
            throw new ApiFailure(ProblemCode.COUNTS_CONTRADICT, kind.name(), before, count).at(where);
        }
    }

    /** What a message said, short enough for a sentence. */
    public static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
