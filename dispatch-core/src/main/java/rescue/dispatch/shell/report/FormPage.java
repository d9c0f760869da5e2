package rescue.dispatch.shell.report;

import java.util.Arrays;
import java.util.List;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.port.RoadRegister.RegisteredRoad;

/**
 * The form and what it offers.
 *
 * @param missing phrases of what must still be said
 * @param found places of the name that was looked for
 * @param searched whether a name was looked for at all
 */
public record FormPage(
        ReportForm form,
        List<RegisteredRoad> roads,
        List<String> communes,
        List<String> missing,
        List<FoundPlace> found,
        boolean searched) {

    /** What people report most stands first. */
    static final List<AlertKind> KINDS = List.of(
            AlertKind.TRAFFIC_COLLISION,
            AlertKind.MEDICAL,
            AlertKind.FALL,
            AlertKind.OBSTETRIC,
            AlertKind.DROWNING,
            AlertKind.POISONING,
            AlertKind.LANDSLIDE,
            AlertKind.FLOOD,
            AlertKind.FIRE,
            AlertKind.OTHER);

    public List<String> kinds() {
        return KINDS.stream().map(AlertKind::name).toList();
    }

    /** Every kind that there is has its button. */
    static boolean offersEveryKind() {
        return KINDS.containsAll(Arrays.asList(AlertKind.values()));
    }

    public boolean isMissing(String phrase) {
        return missing.contains(phrase);
    }

    /** Told by a phone, in metres for people; 0 when it did not say. */
    public long accuracyM() {
        return Math.round(form.accuracyM().orElse(0));
    }

    /** The place that was chosen a page ago. */
    public String chosenLabel() {
        return FoundPlace.read(form.chosen()).map(FoundPlace::label).orElse(form.chosen());
    }
}
