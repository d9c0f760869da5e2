package rescue.dispatch.shell.gazetteer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is left of a name when it is typed in a hurry: no case, no diacritics, đ as d, words apart by one space. */
final class Spelling {

    /** A word this short has too many neighbours at one letter's distance: Lư, Tè, So. */
    private static final int SHORTEST_WITH_TYPO = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD);
        return BETWEEN_WORDS
                .matcher(MARKS.matcher(decomposed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    static List<String> words(String plain) {
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    /** Whether one letter was changed, added, left out, or swapped with the next. */
    static boolean isOneLetterOff(String typed, String meant) {
        int difference = typed.length() - meant.length();
        if (typed.length() < SHORTEST_WITH_TYPO || meant.length() < SHORTEST_WITH_TYPO || Math.abs(difference) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        if (difference != 0) {
            String longer = difference > 0 ? typed : meant;
            String other = difference > 0 ? meant : typed;
            return longer.regionMatches(same + 1, other, same, other.length() - same);
        }
        return sameFrom(typed, meant, same + 1)
                || (same + 1 < shorter
                        && typed.charAt(same) == meant.charAt(same + 1)
                        && typed.charAt(same + 1) == meant.charAt(same)
                        && sameFrom(typed, meant, same + 2));
    }

    private static boolean sameFrom(String typed, String meant, int from) {
        return from >= typed.length() || typed.regionMatches(from, meant, from, meant.length() - from);
    }
}
