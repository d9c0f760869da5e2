package rescue.routing.book;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Road numbers and names as people write them: {@code ql-4d}, {@code Quốc lộ 4D}, {@code DT 130}. */
final class RoadName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SAID = Pattern.compile("[^\\p{L}\\p{N}]+");

    private RoadName() {}

    /** What two spellings of one name have in common: no case, spaces, hyphens, dots or diacritics, d for đ. */
    static String key(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replace('đ', 'd');
        String bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        return NOT_SAID.matcher(bare).replaceAll("");
    }

    /** Levenshtein distance: letters to add, drop or change. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
