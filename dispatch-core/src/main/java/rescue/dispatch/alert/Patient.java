package rescue.dispatch.alert;

import org.jspecify.annotations.Nullable;

/**
 * One person to care for, as far as known.
 *
 * @param triage the colour given at the scene or by telephone
 * @param note anything that helps whoever receives the patient
 */
public record Patient(TriageCategory triage, @Nullable String note) {}
