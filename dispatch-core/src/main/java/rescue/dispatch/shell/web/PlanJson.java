package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import rescue.dispatch.plan.Casualty;
import rescue.dispatch.plan.CasualtyPlan;
import rescue.dispatch.plan.LeftWaiting;
import rescue.dispatch.plan.Ride;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** A plan for many as the contract writes it, its reasons as sentences. */
final class PlanJson {

    private final Phrases phrases;
    private final RecommendationJson said;

    PlanJson(Phrases phrases) {
        this.phrases = phrases;
        this.said = new RecommendationJson(phrases);
    }

    JsonObject of(CasualtyPlan plan, Language language, Instant now) {
        return new JsonObject()
                .put("at", now.toString())
                .put("basis", plan.basis().name())
                .put("roadsVersion", plan.roadsVersion())
                .put("proved", plan.isProved())
                .put("aboveBound", plan.aboveBound())
                .put("worseByHand", plan.byHand())
                .put(
                        "rides",
                        array(plan.rides().stream()
                                .map(ride -> ride(ride, language))
                                .toList()))
                .put(
                        "waiting",
                        array(plan.waiting().stream()
                                .map(left -> left(left, language))
                                .toList()))
                .put(
                        "refusals",
                        array(plan.refusals().stream()
                                .map(refusal -> said.refusal(refusal, language))
                                .toList()));
    }

    private JsonObject ride(Ride ride, Language language) {
        return new JsonObject()
                .put("unitId", ride.unit().id())
                .put("callSign", ride.unit().callSign())
                .put("trip", ride.trip())
                .put("now", ride.now())
                .put("hospitalId", ride.hospital().id())
                .put("hospitalName", ride.hospital().name())
                .put(
                        "patients",
                        array(ride.patients().stream().map(PlanJson::patient).toList()))
                .put(
                        "carries",
                        new JsonArray(ride.carries().stream().map(Enum::name).toList()))
                .put("atSceneS", seconds(ride.atScene()))
                .put("leavesS", seconds(ride.leaves()))
                .put("inCareS", seconds(ride.inCare()))
                .put(
                        "reasons",
                        new JsonArray(ride.reasons().stream()
                                .map(reason -> said.text(reason, language))
                                .toList()));
    }

    private JsonObject left(LeftWaiting left, Language language) {
        return patient(left.patient())
                .put("code", left.code().name())
                .put(
                        "text",
                        phrases.text(
                                language,
                                "waiting." + left.code().name(),
                                said.words(left.args(), language).toArray()));
    }

    private static JsonObject patient(Casualty patient) {
        return new JsonObject()
                .put("number", patient.number())
                .put("triage", patient.colour().name())
                .put("cardId", patient.cardId())
                .put("seen", patient.seen());
    }

    /** Never before now: a unit that is late is there at once. */
    private static long seconds(Duration time) {
        return Math.max(0, time.toSeconds());
    }

    private static JsonArray array(List<JsonObject> each) {
        return new JsonArray(each);
    }
}
