package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.road.JourneyChange.Verdict;
import rescue.dispatch.story.Samples;

class JourneyChangeTest {

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing happened                               | 20 | 20 | same  | -      | told of a way | AS_BEFORE
            its road is closed: a longer way               | 20 | 35 | other | closed | told of a way | CHANGED
            its road is closed: a way just as long         | 20 | 20 | other | closed | told of a way | CHANGED
            its road is slower, another no longer          | 20 | 20 | other | -      | told of a way | CHANGED
            the same way, two minutes slower               | 20 | 22 | same  | -      | told of a way | CHANGED
            the same way, a minute slower                  | 20 | 21 | same  | -      | told of a way | AS_BEFORE
            a better way, three minutes                    | 20 | 17 | other | -      | told of a way | CHANGED
            a better way, two minutes: stay                | 20 | 18 | other | -      | told of a way | AS_BEFORE
            a better way by two minutes, its own is closed | 20 | 18 | other | closed | told of a way | CHANGED
            the same way, three minutes faster             | 20 | 17 | same  | -      | told of a way | CHANGED
            no way left                                    | 20 | -  | other | closed | told of a way | CUT_OFF
            still no way                                   | -  | -  | other | -      | told cut off  | AS_BEFORE
            no way before it was asked                     | -  | -  | other | -      | told of a way | CUT_OFF
            a way again                                    | -  | 30 | other | -      | told cut off  | CHANGED
            a way again, and nobody had said that there was none | - | 30 | other | - | told of a way | CHANGED
            told cut off, and there was a way all along    | 20 | 20 | same  | -      | told cut off  | CHANGED
            """)
    // spotless:on
    void is_told(
            String story,
            @Nullable Integer before,
            @Nullable Integer now,
            String way,
            @Nullable String closed,
            String told,
            Verdict verdict) {
        List<UUID> closures = closed == null ? List.of() : List.of(Samples.id("landslide"));
        var change = new JourneyChange(travel(before), travel(now), way.equals("same"), closures, List.of());

        assertEquals(verdict, change.verdict(told.equals("told cut off")), story);
    }

    private static @Nullable Travel travel(@Nullable Integer minutes) {
        return minutes == null ? null : Samples.travel(minutes);
    }
}
