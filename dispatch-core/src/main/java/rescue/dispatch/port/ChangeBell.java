package rescue.dispatch.port;

/** Rung after something was written, so that whoever tells crews, hospitals and screens looks at once and not at the next tick. */
@FunctionalInterface
public interface ChangeBell {

    void ring();
}
