package rescue.dispatch.plan;

import java.util.List;

/**
 * One drive from the scene to a house.
 *
 * @param vehicle its place in the problem's list
 * @param number the first, second … of this vehicle
 * @param load how many of each group
 * @param house its place in the problem's list
 * @param leavesS when it leaves the scene, in seconds from now
 * @param arrivesS when its patients are in a hospital's hands
 */
record Trip(int vehicle, int number, List<Integer> load, int house, long leavesS, long arrivesS) {

    Trip {
        load = List.copyOf(load);
    }
}
