package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.Incident;

/**
 * Who of an incident still needs a vehicle.
 *
 * @param waiting the gravest first
 * @param beyondHelp black: not part of any plan, and not forgotten
 */
public record Casualties(List<Casualty> waiting, List<Casualty> beyondHelp) {

    public Casualties {
        waiting = List.copyOf(waiting);
        beyondHelp = List.copyOf(beyondHelp);
    }

    /** All whom the cards and the callers know of, without those whom a unit has, or is on its way to take. */
    public static Casualties of(Incident incident) {
        List<Casualty> waiting = new ArrayList<>();
        List<Casualty> beyondHelp = new ArrayList<>();
        int number = 0;
        for (Patient patient : incident.patients()) {
            number++;
            Casualty casualty = new Casualty(number, patient.triage(), patient.id(), true);
            (patient.triage() == TriageCategory.BLACK ? beyondHelp : waiting).add(casualty);
        }
        Integer told = incident.injured();
        for (int more = waiting.size(); told != null && more < told; more++) {
            number++;
            waiting.add(new Casualty(number, TriageCategory.YELLOW, null, false));
        }
        waiting.sort(Comparator.comparing(Casualty::colour).thenComparingInt(Casualty::number));
        incident.assignments().forEach(assignment -> take(assignment, waiting));
        return new Casualties(waiting, beyondHelp);
    }

    /** Whom a unit takes, or took. One that was sent without a plan takes one, the gravest. */
    private static void take(Assignment assignment, List<Casualty> waiting) {
        boolean took = assignment.milestones().containsKey(AssignmentStatus.LEFT_SCENE);
        if (!assignment.isActive() && !took) {
            return;
        }
        if (assignment.carries().isEmpty()) {
            removeFirst(waiting, TriageCategory.RED);
        }
        assignment.carries().forEach(colour -> removeFirst(waiting, colour));
    }

    /** One of that colour; when somebody has looked again since and there is none, the gravest that is left. */
    private static void removeFirst(List<Casualty> waiting, TriageCategory colour) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).colour() == colour) {
                waiting.remove(i);
                return;
            }
        }
        if (!waiting.isEmpty()) {
            waiting.remove(0);
        }
    }
}
