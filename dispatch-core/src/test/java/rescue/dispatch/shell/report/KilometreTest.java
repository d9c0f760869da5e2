package rescue.dispatch.shell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilometreTest {

    private static final double NONE = -1;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25+300      | 25.3
            25 + 300    | 25.3
            76+65       | 76.065
            Km 25,3     | 25.3
            km25.305    | 25.305
            KM25+300    | 25.3
            25 km       | 25
            0           | 0
            ''          | -1
            km          | -1
            25+         | -1
            25+3000     | -1
            -5          | -1
            12345       | -1
            25 300      | -1
            hai lăm     | -1
            1e3         | -1
            """)
    void reads_a_post_as_people_write_it(String typed, double km) {
        assertEquals(km, Kilometre.read(typed).orElse(NONE), 1e-9);
    }
}
