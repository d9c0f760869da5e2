package rescue.dispatch.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How urgent: by the patients when somebody has seen them, else by what the caller said. Not knowing is urgent. */
public final class PriorityRule {

    /** From three hurt on one ambulance is not enough, and somebody waits: assumed, to be agreed with the province. */
    private static final int MANY_INJURED = 3;

    private PriorityRule() {}

    /** By what the caller said. */
    public static Priority of(Alert alert) {
        if (atLeast(alert.trapped(), 1) || atLeast(alert.dead(), 1) || atLeast(alert.injured(), MANY_INJURED)) {
            return Priority.P1;
        }
        return switch (alert.kind()) {
            case DROWNING, OBSTETRIC -> Priority.P1;
            default -> saysNobodyHurt(alert) ? Priority.P3 : Priority.P2;
        };
    }

    /** By the gravest patient. */
    public static Priority of(List<Patient> patients) {
        return patients.stream()
                .map(patient -> switch (patient.triage()) {
                    case RED -> Priority.P1;
                    case YELLOW -> Priority.P2;
                    case GREEN -> Priority.P3;
                    case BLACK -> Priority.P4;
                })
                .min(Priority::compareTo)
                .orElse(Priority.P2);
    }

    private static boolean saysNobodyHurt(Alert alert) {
        return Integer.valueOf(0).equals(alert.injured()) && alert.kind().countsInjured();
    }

    private static boolean atLeast(@Nullable Integer told, int count) {
        return told != null && told >= count;
    }
}
