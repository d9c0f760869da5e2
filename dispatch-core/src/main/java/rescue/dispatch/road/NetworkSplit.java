package rescue.dispatch.road;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who is cut off when road closures have cut the network into parts: everyone outside the part with most of the help. */
public final class NetworkSplit {

    private NetworkSplit() {}

    /**
     * The places outside the main part, in their order.
     *
     * @param parts for each place the part in which it lies; empty when the map has no road for it, so that nobody can tell
     */
    public static List<WatchedPlace> cutOff(List<WatchedPlace> places, List<Optional<Integer>> parts) {
        Optional<Integer> main = main(places, parts);
        return IntStream.range(0, places.size())
                .filter(i -> parts.get(i).isPresent() && !parts.get(i).equals(main))
                .mapToObj(places::get)
                .toList();
    }

    /** The part with most stations and hospitals; of equals the one that comes first, so that nodes agree. */
    private static Optional<Integer> main(List<WatchedPlace> places, List<Optional<Integer>> parts) {
        Map<Integer, Integer> help = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            int helps = places.get(i).kind().helps() ? 1 : 0;
            parts.get(i).ifPresent(part -> help.merge(part, helps, Integer::sum));
        }
        Integer main = null;
        for (Map.Entry<Integer, Integer> part : help.entrySet()) {
            if (main == null || part.getValue() > help.getOrDefault(main, 0)) {
                main = part.getKey();
            }
        }
        return Optional.ofNullable(main);
    }
}
