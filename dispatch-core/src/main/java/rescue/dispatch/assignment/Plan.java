package rescue.dispatch.assignment;

import java.time.Duration;
import rescue.dispatch.road.Travel;

/**
 * What was expected when the unit was sent; kept, so that a decision can be judged later by what was known then.
 *
 * @param turnout from notified to wheels rolling
 * @param travel from there to the scene
 * @param onScene from arrival to departure with the patient
 * @param transport from the scene to the destination; zero without a destination
 * @param basis what the driving times rest on
 * @param roadsVersion the state of the roads they rest on
 */
public record Plan(
        Duration turnout,
        Duration travel,
        Duration onScene,
        Duration transport,
        Travel.Basis basis,
        long roadsVersion) {

    /** Turnout and travel: when the unit is expected at the scene. */
    public Duration eta() {
        return turnout.plus(travel);
    }

    /** From notified until the patient is in a hospital's hands: the figure that decisions are ranked by. */
    public Duration timeToCare() {
        return eta().plus(onScene).plus(transport);
    }

    public Plan withTransport(Duration newTransport, Travel.Basis newBasis, long newRoadsVersion) {
        return new Plan(turnout, travel, onScene, newTransport, newBasis, newRoadsVersion);
    }
}
