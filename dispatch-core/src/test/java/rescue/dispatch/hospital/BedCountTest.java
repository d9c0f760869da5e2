package rescue.dispatch.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BedCountTest {

    @ParameterizedTest(name = "{0} reported, {1} held: {2} free")
    @CsvSource({"3, 1, 2", "1, 1, 0", "0, 0, 0", "1, 3, 0"})
    void promises_only_what_is_left(int reported, int held, int free) {
        assertEquals(free, new BedCount(reported, held).free());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1"})
    void refuses_less_than_nothing(int reported, int held) {
        assertThrows(IllegalArgumentException.class, () -> new BedCount(reported, held));
    }
}
