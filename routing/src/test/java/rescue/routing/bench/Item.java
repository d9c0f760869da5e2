package rescue.routing.bench;

import java.util.List;

/**
 * A piece of work that several designs can do; the first is the one that others are measured against.
 *
 * @param questions how many different questions there are; they are asked in turn
 * @param goals what is promised, checked in the table
 */
public record Item(String name, int questions, List<Design> designs, List<Goal> goals) {

    public Item {
        designs = List.copyOf(designs);
        goals = List.copyOf(goals);
    }
}
