package rescue.dispatch.shell.gazetteer;

import java.util.List;
import java.util.Set;

/**
 * One name of one place, cut up for matching.
 *
 * @param plain without case and diacritics
 * @param core {@code plain} without the words that say only what kind of place it is
 * @param words of {@code plain}
 * @param context words that may be typed besides the name: commune, former district
 */
record NameMatch(String plain, String core, List<String> words, List<String> context) {

    /** Words that are typed or left out as one likes: commune, ward, town, hamlet, city, district, former. */
    private static final Set<String> KIND_WORDS =
            Set.of("xa", "phuong", "thi", "tran", "ban", "thon", "to", "thanh", "pho", "tp", "huyen", "tinh", "cu");

    // How well a name matches, best first. The gaps leave room for the kind of place, which decides between equals
    // only.
    static final double EXACT = 1.0;
    static final double SAME_BUT_KIND_WORD = 0.95;
    static final double BEGINS_SO = 0.8;
    static final double ALL_WORDS = 0.65;
    static final double ONE_LETTER_OFF = 0.5;
    static final double NONE = 0;

    static NameMatch of(String name, List<String> context) {
        String plain = Spelling.plain(name);
        return new NameMatch(plain, core(plain), Spelling.words(plain), context);
    }

    static String core(String plain) {
        String kept = String.join(
                " ",
                Spelling.words(plain).stream()
                        .filter(word -> !KIND_WORDS.contains(word))
                        .toList());
        return kept.isEmpty() ? plain : kept;
    }

    /** How well this name matches {@code query}. */
    double match(Query query) {
        if (plain.equals(query.plain)) {
            return EXACT;
        }
        if (core.equals(query.core)) {
            return SAME_BUT_KIND_WORD;
        }
        if (plain.startsWith(query.plain) || core.startsWith(query.core)) {
            return BEGINS_SO;
        }
        return byWords(query);
    }

    private double byWords(Query query) {
        double worst = ALL_WORDS;
        boolean nameWasNamed = false;
        for (String typed : query.words) {
            boolean begins = anyBegins(words, typed);
            boolean nearly = !begins && words.stream().anyMatch(word -> Spelling.isOneLetterOff(typed, word));
            nameWasNamed |= (begins || nearly) && !KIND_WORDS.contains(typed);
            if (nearly && !anyBegins(context, typed)) {
                worst = ONE_LETTER_OFF;
            } else if (!begins && !nearly && !anyBegins(context, typed) && !KIND_WORDS.contains(typed)) {
                return NONE;
            }
        }
        return nameWasNamed ? worst : NONE;
    }

    private static boolean anyBegins(List<String> words, String typed) {
        for (String word : words) {
            if (word.startsWith(typed)) {
                return true;
            }
        }
        return false;
    }

    /** What was typed, cut up once for all names. */
    record Query(String plain, String core, List<String> words) {

        static Query of(String typed) {
            String plain = Spelling.plain(typed);
            return new Query(plain, NameMatch.core(plain), Spelling.words(plain));
        }
    }
}
