package rescue.dispatch.shell.postgres;

import rescue.dispatch.port.Appended;

/** Rolls a transaction back because somebody was faster; carries the answer out. Never leaves this package. */
final class BeatenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Appended outcome;

    BeatenException(Appended outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    Appended outcome() {
        return outcome;
    }
}
