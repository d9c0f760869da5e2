package rescue.deploy.drill;

/** Somebody who has a part in the drill. */
interface Player {

    /** Does whatever is due, and nothing twice. */
    void play(Moment moment);
}
