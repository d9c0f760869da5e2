package rescue.dispatch.plan;

import java.util.List;

/**
 * The question as the solver sees it: nothing but numbers. Times are whole seconds from now, costs are seconds times the
 * weight of a patient, and everything is counted exactly, so that no rounding decides between two plans.
 *
 * @param groups the patients that are alike, the gravest first
 * @param kinds of vehicle; a vehicle names its kind by its place here
 * @param vehicles all that can go, in the order of their kinds and within a kind the soonest first
 * @param houses that can receive
 * @param beds how many kinds of bed there are
 * @param mostTrips how often one vehicle drives
 */
record PlanProblem(
        List<Group> groups, List<Kind> kinds, List<Vehicle> vehicles, List<House> houses, int beds, int mostTrips) {

    /** No way, or no patients of that group. Far below overflow, far above every cost. */
    static final long NEVER = Long.MAX_VALUE / 1_000;

    /** As many beds as anybody may want. */
    static final int PLENTY = 1_000;

    /**
     * Patients for whom all is alike.
     *
     * @param weight what a second of one of them counts
     * @param waitingS how many seconds count for one who is left waiting
     * @param bed which kind of bed each of them takes
     * @param mustLie or may sit
     * @param untrainedS seconds that count more in a vehicle whose crew cannot treat them on the way
     */
    record Group(int count, int weight, long waitingS, int bed, boolean mustLie, long untrainedS) {

        /** What it counts to leave one of them waiting. */
        long waitingCost() {
            return weight * waitingS;
        }

        /** What it counts for one of them to ride untreated. */
        long untrainedCost() {
            return weight * untrainedS;
        }
    }

    /**
     * Vehicles for which all driving times are alike.
     *
     * @param atSceneS from arrival at the scene until it leaves with its patients
     * @param trained whether the crew can treat the gravest on the way
     * @param out seconds to each house; {@link #NEVER} when it cannot be reached
     * @param back seconds from arrival there until it is at the scene again; {@link #NEVER} when it does not come back
     */
    record Kind(int lying, int sitting, long atSceneS, boolean trained, List<Long> out, List<Long> back) {}

    /** @param readyS when it is at the scene, with what is doubtful about it */
    record Vehicle(int kind, long readyS) {}

    /**
     * A hospital.
     *
     * @param beds of each kind
     * @param takes for each group whether it has what they need
     * @param doubtS seconds that count more because its word is old
     */
    record House(List<Integer> beds, List<Boolean> takes, long doubtS) {}

    PlanProblem {
        groups = List.copyOf(groups);
        kinds = List.copyOf(kinds);
        vehicles = List.copyOf(vehicles);
        houses = List.copyOf(houses);
        for (int i = 1; i < vehicles.size(); i++) {
            Vehicle before = vehicles.get(i - 1);
            Vehicle next = vehicles.get(i);
            if (before.kind > next.kind || (before.kind == next.kind && before.readyS > next.readyS)) {
                throw new IllegalArgumentException("vehicles must come by kind, then by time: " + vehicles);
            }
        }
    }

    /** Where the vehicles of the next kind begin. */
    int afterKindOf(int vehicle) {
        int next = vehicle;
        while (next < vehicles.size() && vehicles.get(next).kind == vehicles.get(vehicle).kind) {
            next++;
        }
        return next;
    }
}
