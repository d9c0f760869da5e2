package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.story.Samples;

class NetworkSplitTest {

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing is cut                             | STATION 1, HOSPITAL 1, COMMUNE 1                      | -
            a commune                                  | STATION 1, HOSPITAL 1, COMMUNE 2                      | COMMUNE
            a valley with a station of its own         | STATION 1, HOSPITAL 1, STATION 2, COMMUNE 2           | STATION, COMMUNE
            most communes, but not the help            | HOSPITAL 1, COMMUNE 2, COMMUNE 2, SCENE 2             | COMMUNE, COMMUNE, SCENE
            equals: the first place's part is the main | STATION 1, HOSPITAL 2                                 | HOSPITAL
            where the map has no road nobody can tell  | STATION 1, COMMUNE ?, SCENE 2                         | SCENE
            no help anywhere: the first part           | COMMUNE 1, COMMUNE 2                                  | COMMUNE
            no network                                 | STATION ?, COMMUNE ?                                  | -
            """)
    // spotless:on
    void cuts_off(String story, String situation, @Nullable String cutOff) {
        List<WatchedPlace> places = new ArrayList<>();
        List<Optional<Integer>> parts = new ArrayList<>();
        for (String place : situation.split(", ")) {
            String[] words = place.split(" ");
            places.add(
                    new WatchedPlace(WatchedPlace.Kind.valueOf(words[0]), "id" + places.size(), "name", Samples.SCENE));
            parts.add(words[1].equals("?") ? Optional.empty() : Optional.of(Integer.valueOf(words[1])));
        }

        assertEquals(
                cutOff == null ? "" : cutOff,
                NetworkSplit.cutOff(places, parts).stream()
                        .map(place -> place.kind().name())
                        .collect(Collectors.joining(", ")),
                story);
    }
}
