package rescue.dispatch.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a triage colour rests on. What was not looked at is null, and null is never taken for good.
 *
 * @param walks to where he is told to go
 * @param breathesAfterAirway once his airway was opened; asked only of whoever does not breathe
 * @param respirationsPerMin breaths a minute
 * @param radialPulse felt at the wrist; SALT's peripheral pulse
 * @param capillaryRefillS seconds until a pressed nail is pink again
 * @param obeysCommands simple ones; for SALT also whoever moves on purpose
 * @param respiratoryDistress he fights for breath, however often he breathes
 * @param majorBleedingControlled also where there is none
 * @param minorInjuriesOnly nothing that would be worse in a few hours
 * @param likelyToSurvive with what there is here and now; asked only of whoever is in danger
 */
public record TriageFindings(
        @Nullable Boolean walks,
        @Nullable Boolean breathes,
        @Nullable Boolean breathesAfterAirway,
        @Nullable Integer respirationsPerMin,
        @Nullable Boolean radialPulse,
        @Nullable Double capillaryRefillS,
        @Nullable Boolean obeysCommands,
        @Nullable Boolean respiratoryDistress,
        @Nullable Boolean majorBleedingControlled,
        @Nullable Boolean minorInjuriesOnly,
        @Nullable Boolean likelyToSurvive) {}
