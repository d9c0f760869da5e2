package rescue.routing;

import java.util.List;
import rescue.routing.book.RoadBook;
import rescue.routing.tiles.KmPost;

/** The kilometre posts of the road book as they are drawn: only of roads whose number stands on signs. */
final class KmPosts {

    private KmPosts() {}

    static List<KmPost> of(RoadBook book) {
        return book.roads().stream()
                .filter(road -> road.signed())
                .flatMap(road -> road.fullKilometres().stream()
                        .map(full -> new KmPost(road.number(), full.km(), full.at(), full.headingDeg())))
                .toList();
    }
}
