package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/alerts            | true
            /places?q=%C3%94%20Quy    | true
            /places?q=%c3%94          | true
            /places?q=100%25          | true
            /page%                    | false
            /page%2                   | false
            /page%zz                  | false
            /page%-1                  | false
            /track/%00                | false
            /places?q=a%00b           | false
            """)
    void is_readable(String uri, boolean expected) {
        assertEquals(expected, Address.isReadable(uri));
    }
}
