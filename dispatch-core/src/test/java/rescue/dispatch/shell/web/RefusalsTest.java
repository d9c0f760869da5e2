package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.RefusalCode;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/** Every "no" of the use cases, as whoever asked reads it. */
class RefusalsTest {

    private final Phrases phrases = new Phrases("problems");

    @ParameterizedTest
    @EnumSource
    void every_refusal_is_answered_in_whole_sentences(RefusalCode code) {
        for (Language language : Language.values()) {
            String detail = answer(code, language, "LC-01", "2026-000007", "98", "PAGE")
                    .body()
                    .getString("detail");
            assertFalse(detail.contains("{"), detail);
            assertEquals('.', detail.charAt(detail.length() - 1), detail);
        }
    }

    // spotless:off
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            INCIDENT_UNKNOWN     | -              | -              | 404 | incident-unknown   | -        | There is no such incident; check its id.
            STALE                | 7              | -              | 412 | stale              | -        | Somebody else changed the incident; read it again (its version is 7 now) and change that.
            TRY_AGAIN            | -              | -              | 409 | stale              | -        | Several people are changing this at once, so nothing was written; read it again and try once more.
            UNIT_TAKEN           | LC-01          | 2026-000007    | 409 | unit-taken         | -        | Unit LC-01 was sent to incident 2026-000007; choose another.
            UNIT_NOT_ELIGIBLE    | LC-01          | CUT_OFF        | 409 | unit-not-eligible  | -        | Unit LC-01 cannot go to this incident: cut off by road. Choose another, or give a reason to send it nevertheless.
            NOT_NOW              | EN_ROUTE       | ON_SCENE, CANCELLED | 409 | not-now       | -        | It is at “en route”, so that is not possible now; allowed: on scene, cancelled.
            INCIDENT_NOT_OPEN    | CLOSED         | -              | 409 | incident-not-open  | -        | This incident is closed and cannot be changed any more.
            INCIDENT_NOT_CLOSED  | MERGED         | -              | 409 | incident-not-closed | -       | This incident is merged into another; only a closed one can be reopened.
            TEXT_MISSING         | text           | -              | 422 | text-missing       | /text    | The note has no words; write what is to be kept.
            ROAD_UNKNOWN         | QL4X           | QL4D, QL4H     | 422 | road-unknown       | /road    | There is no road QL4X in the road book; similar ones: QL4D, QL4H.
            REASON_MISSING       | -              | -              | 422 | reason-missing     | /reason  | Give a reason.
            """)
    // spotless:on
    void reads(RefusalCode code, String one, String two, int status, String said, String pointer, String detail) {
        String[] args = one == null ? new String[0] : two == null ? new String[] {one} : new String[] {one, two};
        Problem.Answer answer = answer(code, Language.EN, args);
        assertEquals(status, answer.status());
        assertEquals(said, answer.body().getString("code"));
        assertEquals(detail, answer.body().getString("detail"));
        if (pointer != null) {
            JsonObject error = answer.body().getJsonArray("errors").getJsonObject(0);
            assertEquals(pointer, error.getString("pointer"));
        }
    }

    @Test
    void what_is_allowed_now_is_for_programs_too() {
        JsonObject body = answer(RefusalCode.NOT_NOW, Language.VI, "EN_ROUTE", "ON_SCENE, CANCELLED")
                .body();
        assertEquals(
                List.of("ON_SCENE", "CANCELLED"), body.getJsonArray("allowed").getList());
        assertEquals(
                "Lúc này đang ở bước “đang tới hiện trường” nên chưa làm được; được phép: tới hiện trường, đã hủy.",
                body.getString("detail"));
        JsonObject nothing =
                answer(RefusalCode.NOT_NOW, Language.VI, "IN_SERVICE", "").body();
        assertEquals(List.of(), nothing.getJsonArray("allowed").getList());
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_that_says_no_has_its_words(Refusal.Code rule) {
        for (Language language : Language.values()) {
            assertFalse(phrases.text(language, "word." + rule).startsWith("word."), rule + " in " + language);
        }
    }

    private Problem.Answer answer(RefusalCode code, Language language, String... args) {
        var refused = (Outcome.Refused<?>) Outcome.refused(code, (Object[]) args);
        return new Problem(phrases).of(Refusals.failure(refused), language, "POST /here");
    }
}
