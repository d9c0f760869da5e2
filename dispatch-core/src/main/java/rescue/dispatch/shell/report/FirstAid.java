package rescue.dispatch.shell.report;

import static rescue.dispatch.alert.AlertKind.DROWNING;
import static rescue.dispatch.alert.AlertKind.FALL;
import static rescue.dispatch.alert.AlertKind.FIRE;
import static rescue.dispatch.alert.AlertKind.FLOOD;
import static rescue.dispatch.alert.AlertKind.LANDSLIDE;
import static rescue.dispatch.alert.AlertKind.MEDICAL;
import static rescue.dispatch.alert.AlertKind.OBSTETRIC;
import static rescue.dispatch.alert.AlertKind.OTHER;
import static rescue.dispatch.alert.AlertKind.POISONING;
import static rescue.dispatch.alert.AlertKind.TRAFFIC_COLLISION;

import java.util.List;
import java.util.Map;
import rescue.dispatch.alert.AlertKind;

/**
 * What a bystander can do until help comes, by the kind of alert: a handful of steps, the most urgent first. Each is taken
 * from public guidance, named in RATIONALE.md under First-Aid-From-Guidelines; do not add one from memory.
 */
public final class FirstAid {

    // spotless:off
    private static final Map<AlertKind, List<String>> STEPS = Map.of(
        TRAFFIC_COLLISION, List.of("safe", "bleeding", "notBreathing", "unconscious", "spine", "helmet", "warm"),
        MEDICAL,           List.of("notBreathing", "unconscious", "breathe", "chest", "stroke", "seizure"),
        FALL,              List.of("safe", "bleeding", "notBreathing", "unconscious", "spine", "fracture", "warm"),
        LANDSLIDE,         List.of("slideAway", "count", "dig", "notBreathing", "bleeding", "spine", "warm"),
        FLOOD,             List.of("floodUp", "power", "signal", "throw", "rescueBreaths", "wet"),
        DROWNING,          List.of("throw", "rescueBreaths", "noUpside", "wet"),
        FIRE,              List.of("fireOut", "fireRoll", "burnCool", "burnOff", "burnNot", "burnCover"),
        OBSTETRIC,         List.of("birthStay", "birthHold", "birthDry", "birthBreath", "birthCord", "birthBleed"),
        POISONING,         List.of("snakeStill", "snakeNot", "swallowed", "pesticide", "gas", "unconscious", "notBreathing"),
        OTHER,             List.of("safe", "bleeding", "notBreathing", "unconscious", "spine", "warm"));
    // spotless:on

    private FirstAid() {}

    /** The phrases to show, numbered by their order. */
    public static List<String> steps(AlertKind kind) {
        return STEPS.getOrDefault(kind, List.of()).stream()
                .map(step -> "firstAid." + step)
                .toList();
    }
}
