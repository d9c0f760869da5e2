package rescue.dispatch.simulation;

import java.util.SplittableRandom;

/** How bad the lines are, by chance; fair from a moment on, so that a run can come to rest. */
final class Weather {

    /** One message in so many is lost on its way there, or its answer on the way back. */
    private static final int ONE_LOST_IN = 25;

    /** One message in so many arrives twice. */
    private static final int ONE_DOUBLED_IN = 20;

    /** Usually a few milliseconds; one message in so many takes up to three seconds. */
    private static final int ONE_LATE_IN = 15;

    private static final int USUAL_MS = 20;
    private static final int LATE_MS = 3_000;

    private final SplittableRandom chance;
    private boolean fair;

    Weather(SplittableRandom chance) {
        this.chance = chance;
    }

    void clears() {
        fair = true;
    }

    boolean isFair() {
        return fair;
    }

    boolean loses() {
        return !fair && chance.nextInt(ONE_LOST_IN) == 0;
    }

    boolean doubles() {
        return !fair && chance.nextInt(ONE_DOUBLED_IN) == 0;
    }

    long delayMs() {
        return chance.nextInt(ONE_LATE_IN) == 0 ? chance.nextInt(LATE_MS) : 1 + chance.nextInt(USUAL_MS);
    }
}
