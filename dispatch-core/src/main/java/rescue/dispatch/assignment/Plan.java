package rescue.dispatch.assignment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.TravelSpread;

/**
 * What was expected when the unit was sent; kept, so that a decision can be judged later by what was known then.
 *
 * @param turnout from notified to wheels rolling
 * @param travel from there to the scene
 * @param onScene from arrival to departure with the patient; with the way on foot to him and back where no road leads
 * @param transport from the scene to the destination; zero without a destination
 * @param basis what the driving times rest on
 * @param roadsVersion the state of the roads they rest on
 * @param travelP90 how long nine of ten such drives to the scene take at most; decisions before spreads were kept have none
 * @param transportP90 the same of the way to the destination
 */
public record Plan(
        Duration turnout,
        Duration travel,
        Duration onScene,
        Duration transport,
        Travel.Basis basis,
        long roadsVersion,
        @Nullable Duration travelP90,
        @Nullable Duration transportP90) {

    /**
     * What the driving times say.
     *
     * @param transport null without a destination
     */
    public static Plan of(
            Duration turnout, Travel toScene, Duration onScene, @Nullable Travel transport, long roadsVersion) {
        return new Plan(
                turnout,
                toScene.time(),
                onScene,
                transport == null ? Duration.ZERO : transport.time(),
                worse(toScene, transport),
                roadsVersion,
                toScene.p90(),
                transport == null ? Duration.ZERO : transport.p90());
    }

    /** Turnout and travel: when the unit is expected at the scene. */
    public Duration eta() {
        return turnout.plus(travel);
    }

    /** From notified until the patient is in a hospital's hands: the figure that decisions are ranked by. */
    public Duration timeToCare() {
        return eta().plus(onScene).plus(transport);
    }

    /** The drive to the scene. */
    public TravelSpread travelSpread() {
        return spread(travel, travelP90);
    }

    /** The drive to the destination. */
    public TravelSpread transportSpread() {
        return spread(transport, transportP90);
    }

    /** When the unit is expected at the scene; only the driving is uncertain, as nothing is known of the rest. */
    public TravelSpread etaSpread() {
        return travelSpread().plus(turnout);
    }

    /** From notified until the patient is in a hospital's hands; only the driving is uncertain. */
    public TravelSpread timeToCareSpread() {
        return travelSpread().and(transportSpread()).plus(turnout.plus(onScene));
    }

    public Plan withTransport(Travel newTransport, long newRoadsVersion) {
        return new Plan(
                turnout,
                travel,
                onScene,
                newTransport.time(),
                newTransport.basis(),
                newRoadsVersion,
                travelP90,
                newTransport.p90());
    }

    private TravelSpread spread(Duration p50, @Nullable Duration p90) {
        return p90 == null ? TravelSpread.ofUnknownLength(p50, basis) : new TravelSpread(p50, p90);
    }

    private static Travel.Basis worse(Travel toScene, @Nullable Travel transport) {
        return toScene.basis() == Travel.Basis.ESTIMATE
                        || (transport != null && transport.basis() == Travel.Basis.ESTIMATE)
                ? Travel.Basis.ESTIMATE
                : Travel.Basis.ROAD;
    }
}
