package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;

/**
 * One field that is wrong.
 *
 * @param pointer JSON Pointer into the body; {@code /query/…}, {@code /path/…}, {@code /header/…} for a parameter
 * @param keyword the rule of JSON Schema that it breaks
 * @param detail what to mend, in the asked language
 */
record FieldFault(String pointer, String keyword, String detail) {

    JsonObject toJson() {
        return new JsonObject().put("pointer", pointer).put("detail", detail);
    }
}
