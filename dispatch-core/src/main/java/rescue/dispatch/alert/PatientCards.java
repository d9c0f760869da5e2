package rescue.dispatch.alert;

import java.util.ArrayList;
import java.util.List;

/** The patients of an incident when a crew hands in a card. */
public final class PatientCards {

    private PatientCards() {}

    /**
     * The patients with that card. It takes the place of the card with its id; a new one takes that of somebody whom the
     * desk only counted by the same colour, since the two are most likely one person. Of another colour it stands beside:
     * one patient too many is asked about, one too few is not.
     */
    public static List<Patient> with(List<Patient> patients, Patient card) {
        List<Patient> all = new ArrayList<>(patients);
        int place = placeOf(all, card);
        if (place < 0) {
            all.add(card);
        } else {
            all.set(place, card);
        }
        return List.copyOf(all);
    }

    /**
     * Those of these colours; everybody when no colour is named. Which of several of one colour ride nobody knows before they
     * are on board, so then only the colour is told.
     */
    public static List<Patient> among(List<Patient> patients, List<TriageCategory> colours) {
        if (colours.isEmpty()) {
            return patients;
        }
        List<Patient> some = new ArrayList<>();
        for (TriageCategory colour : TriageCategory.values()) {
            List<Patient> alike =
                    patients.stream().filter(each -> each.triage() == colour).toList();
            long wanted = colours.stream().filter(each -> each == colour).count();
            if (wanted > 0 && alike.size() <= wanted) {
                some.addAll(alike);
            }
            for (long known = alike.size() <= wanted ? alike.size() : 0; known < wanted; known++) {
                some.add(Patient.counted(colour, null));
            }
        }
        return List.copyOf(some);
    }

    private static int placeOf(List<Patient> patients, Patient card) {
        int counted = -1;
        for (int i = 0; i < patients.size(); i++) {
            Patient patient = patients.get(i);
            String id = patient.id();
            if (id != null && id.equals(card.id())) {
                return i;
            }
            if (id == null && counted < 0 && patient.triage() == card.triage()) {
                counted = i;
            }
        }
        return counted;
    }
}
