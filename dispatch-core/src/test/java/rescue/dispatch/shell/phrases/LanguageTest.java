package rescue.dispatch.shell.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing asked           | -                       | VI
            Vietnamese              | vi                      | VI
            English                 | en                      | EN
            English of somewhere    | en-GB                   | EN
            the heavier wins        | vi;q=0.5, en;q=0.9      | EN
            the first of two equals | en, vi                  | EN
            not the one refused     | en;q=0                  | VI
            a third language        | fr-FR, de               | VI
            a third, then ours      | fr, en;q=0.3            | EN
            anything                | *                       | VI
            nonsense                | ;;q=,en;q=x             | VI
            """)
    void asked(String story, String header, Language expected) {
        assertEquals(expected, Language.asked(header));
    }
}
