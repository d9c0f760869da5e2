package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.decision.Option;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.decision.WeighedPair;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Confidence;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.UnitStatus;

/** A recommendation as the contract writes it, its reasons and refusals as sentences. */
final class RecommendationJson {

    private final Phrases phrases;

    RecommendationJson(Phrases phrases) {
        this.phrases = phrases;
    }

    JsonObject of(Recommendation recommendation, Language language, Instant now, int limit) {
        JsonArray options = new JsonArray();
        recommendation.options().stream().limit(limit).forEach(option -> options.add(option(option, language, now)));
        JsonArray refusals = new JsonArray();
        recommendation.refusals().forEach(refusal -> refusals.add(refusal(refusal, language)));
        return new JsonObject()
                .put("basis", recommendation.basis().name())
                .put("roadsVersion", recommendation.roadsVersion())
                .put("at", now.toString())
                .put("options", options)
                .put("refusals", refusals);
    }

    JsonObject of(WeighedPair pair, Language language, Instant now) {
        JsonArray refusals = new JsonArray();
        pair.refusals().forEach(refusal -> refusals.add(refusal(refusal, language)));
        return new JsonObject()
                .put("option", pair.option() == null ? null : option(pair.option(), language, now))
                .put("best", pair.best() == null ? null : option(pair.best(), language, now))
                .put("slowerS", pair.slower().map(Duration::toSeconds).orElse(null))
                .put("refusals", refusals);
    }

    private JsonObject option(Option option, Language language, Instant now) {
        Plan plan = option.plan();
        Hospital hospital = option.hospital();
        JsonArray reasons = new JsonArray();
        option.reasons().forEach(reason -> reasons.add(text(reason, language)));
        return new JsonObject()
                .put("unitId", option.unit().id())
                .put("callSign", option.unit().callSign())
                .put("hospitalId", hospital == null ? null : hospital.id())
                .put("hospitalName", hospital == null ? null : hospital.name())
                .put("turnoutS", plan.turnout().toSeconds())
                .put("travelS", plan.travel().toSeconds())
                .put("travelP90S", plan.travelSpread().p90().toSeconds())
                .put("etaS", plan.eta().toSeconds())
                .put("etaP90S", plan.etaSpread().p90().toSeconds())
                .put("onSceneS", plan.onScene().toSeconds())
                .put("transportS", hospital == null ? null : plan.transport().toSeconds())
                .put(
                        "transportP90S",
                        hospital == null ? null : plan.transportSpread().p90().toSeconds())
                .put("timeToCareS", plan.timeToCare().toSeconds())
                .put("timeToCareP90S", plan.timeToCareSpread().p90().toSeconds())
                .put("doubtS", option.doubt().toSeconds())
                .put("position", new JsonObject().put("ageS", age(option.unit().lastFix(), now)))
                .put("capacity", hospital == null ? null : word(option.word(), now))
                .put("reasons", reasons);
    }

    JsonObject refusal(Refusal refusal, Language language) {
        String subject = refusal.subject() == Refusal.Subject.UNIT ? "unitId" : "hospitalId";
        return new JsonObject()
                .put(subject, refusal.id())
                .put("name", refusal.name())
                .put("code", refusal.code().name())
                .put("text", text(refusal, language));
    }

    private String text(Refusal refusal, Language language) {
        List<Object> args = new ArrayList<>(List.of(refusal.name()));
        args.addAll(words(refusal.args(), language));
        return phrases.text(language, "refusal." + refusal.code().name(), args.toArray());
    }

    String text(Reason reason, Language language) {
        return phrases.text(
                language,
                "reason." + reason.code().name(),
                words(reason.args(), language).toArray());
    }

    /** Names of capabilities, services, beds and states as people say them; anything else as it is. */
    List<Object> words(List<String> args, Language language) {
        return args.stream().<Object>map(arg -> inWords(arg, language)).toList();
    }

    private String inWords(String arg, Language language) {
        List<String> said = new ArrayList<>();
        for (String name : arg.split(", ", -1)) {
            said.add(family(name) == null ? name : phrases.text(language, family(name) + "." + name));
        }
        return String.join(", ", said);
    }

    private static @Nullable String family(String name) {
        if (isOf(Capability.class, name)) {
            return "capability";
        }
        if (isOf(Service.class, name)) {
            return "service";
        }
        if (isOf(BedKind.class, name)) {
            return "bed";
        }
        return isOf(UnitStatus.class, name) ? "unit-status" : null;
    }

    private static <E extends Enum<E>> boolean isOf(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Long age(@Nullable AvlFix fix, Instant now) {
        return fix == null ? null : fix.age(now).toSeconds();
    }

    /** How old the word is on which the choice rests, and how far it can be believed. */
    private static JsonObject word(@Nullable Said word, Instant now) {
        return new JsonObject()
                .put("ageS", word == null ? null : word.age(now).toSeconds())
                .put("confidence", (word == null ? Confidence.UNKNOWN : word.confidence(now)).name());
    }
}
