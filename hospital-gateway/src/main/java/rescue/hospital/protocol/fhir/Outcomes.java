package rescue.hospital.protocol.fhir;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.Ask;
import rescue.dispatch.shell.web.Problem;

/** Every failure at {@code /fhir}, as an {@code OperationOutcome} with the sentence that everybody else would read. */
final class Outcomes {

    private final Problem problem;

    Outcomes(Problem problem) {
        this.problem = problem;
    }

    void answer(RoutingContext ctx) {
        if (ctx.response().headWritten() || ctx.response().closed()) {
            problem.answer(ctx);
            return;
        }
        Problem.Answer answer = problem.of(ctx);
        JsonObject issue = new JsonObject()
                .put("severity", "error")
                .put("code", code(answer.status()))
                .put("details", new JsonObject().put("text", answer.body().getString("detail")))
                .put("diagnostics", answer.body().getString("code"));
        String where = ctx.failure() instanceof ApiFailure refused ? refused.pointer() : null;
        if (where != null) {
            issue.put("expression", new JsonArray().add(where));
        }
        if (answer.retryAfter() != null) {
            ctx.response()
                    .putHeader(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(Math.max(1, answer.retryAfter().toSeconds())));
        }
        ctx.response().putHeader("Content-Language", Ask.language(ctx).tag());
        FhirRoutes.send(
                ctx,
                answer.status(),
                new JsonObject().put("resourceType", "OperationOutcome").put("issue", new JsonArray().add(issue)));
    }

    /** IssueType of FHIR. */
    private static String code(int status) {
        return switch (status) {
            case 400 -> "structure";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 409 -> "conflict";
            case 413 -> "too-long";
            case 422 -> "value";
            case 503 -> "transient";
            default -> "exception";
        };
    }
}
