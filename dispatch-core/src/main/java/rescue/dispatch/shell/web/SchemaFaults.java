package rescue.dispatch.shell.web;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

/**
 * From what the validator says to sentences that a person can act on. The validator reports every schema on the way down
 * to a fault; only the fault itself is kept. What it knows beyond the keyword is only in its English message, so the
 * patterns below read that; {@code SchemaFaultsTest} holds them against the validator in use.
 */
final class SchemaFaults {

    /** As many as a person mends in one go; a batch of 500 wrong fixes shall not answer with 500 sentences. */
    private static final int LISTED_MAX = 20;

    /** What a message has to say, by keyword; the first group goes into the sentence. */
    private static final Map<String, Pattern> ARGUMENT = Map.ofEntries(
            Map.entry("required", Pattern.compile("property \"(.*)\"")),
            Map.entry("type", Pattern.compile("Expected (.*)$")),
            Map.entry("enum", Pattern.compile("any of \\[(.*)]")),
            Map.entry("minimum", Pattern.compile("less than (?:or equal to )?(\\S+)")),
            Map.entry("maximum", Pattern.compile("greater than (?:or equal to )?(\\S+)")),
            Map.entry("minLength", Pattern.compile("< (\\d+)")),
            Map.entry("maxLength", Pattern.compile("> (\\d+)")),
            Map.entry("minItems", Pattern.compile("< (\\d+)")),
            Map.entry("maxItems", Pattern.compile("> (\\d+)")),
            Map.entry("minProperties", Pattern.compile("at least (\\d+)")),
            Map.entry("additionalProperties", Pattern.compile("Property \"(.*)\" does not")),
            Map.entry("format", Pattern.compile("format \"(.*)\"")));

    private static final Pattern PARAMETER =
            Pattern.compile("(path|query|header|cookie) parameter ([^\\s]+?)(?:\\.|\\s|$)");

    private final Phrases phrases;
    private final Language language;

    SchemaFaults(Phrases phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    /** At least one fault. */
    List<FieldFault> list(ValidatorException failure) {
        String base = parameterPointer(String.valueOf(failure.getMessage()));
        if (failure instanceof SchemaValidationException schema) {
            List<FieldFault> faults = leaves(schema.getOutputUnit(), base);
            return faults.isEmpty() ? List.of(fault(base, "other", "")) : faults;
        }
        if (failure.type() == ValidatorErrorType.MISSING_REQUIRED_PARAMETER) {
            return List.of(
                    base.isEmpty()
                            ? fault("", "body", "")
                            : fault(base, "parameter", base.substring(base.lastIndexOf('/') + 1)));
        }
        return List.of(fault(base, "other", ""));
    }

    private List<FieldFault> leaves(OutputUnit output, String base) {
        Map<String, FieldFault> faults = new LinkedHashMap<>(); // one for a field: the first is the plainest
        List<OutputUnit> unexpected = new ArrayList<>();
        for (OutputUnit unit : Optional.ofNullable(output.getErrors()).orElse(List.of())) {
            String keyword = keyword(unit);
            if (keyword.equals("additionalProperties")) {
                unexpected.add(unit); // also said of a known property whose value is wrong: see below
            } else if (ARGUMENT.containsKey(keyword)) {
                FieldFault fault = fault(unit, keyword, base);
                faults.putIfAbsent(fault.pointer(), fault);
            }
        }
        for (OutputUnit unit : unexpected) {
            FieldFault fault = fault(unit, "additionalProperties", base);
            if (faults.keySet().stream().noneMatch(known -> isAtOrBelow(known, fault.pointer()))) {
                faults.put(fault.pointer(), fault);
            }
        }
        return faults.values().stream().limit(LISTED_MAX).toList();
    }

    private FieldFault fault(OutputUnit unit, String keyword, String base) {
        String argument = argument(keyword, unit.getError());
        String pointer = base + unit.getInstanceLocation().replaceFirst("^#", "");
        return fault(keyword.equals("required") ? pointer + "/" + argument : pointer, keyword, argument);
    }

    private FieldFault fault(String pointer, String keyword, String argument) {
        String said = switch (keyword) {
            case "type" -> types(argument);
            case "enum" -> argument.replace("\"", "").replace(",", ", ");
            default -> argument;
        };
        return new FieldFault(pointer, keyword, phrases.text(language, "fault." + keyword, said));
    }

    private String types(String expected) {
        return Stream.of(expected.split(", "))
                .filter(type -> !type.equals("null")) // leaving it out is the better advice
                .map(type -> phrases.text(language, "type." + type))
                .collect(Collectors.joining(" / "));
    }

    private static String argument(String keyword, String message) {
        Pattern pattern = ARGUMENT.get(keyword);
        if (pattern == null) {
            return "";
        }
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String keyword(OutputUnit unit) {
        String location = unit.getKeywordLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static boolean isAtOrBelow(String pointer, String ancestor) {
        return pointer.equals(ancestor) || pointer.startsWith(ancestor + "/");
    }

    /** {@code /query/limit} for "… of query parameter limit …"; empty for the body. */
    private static String parameterPointer(String message) {
        Matcher matcher = PARAMETER.matcher(message);
        return matcher.find() ? "/" + matcher.group(1).toLowerCase(Locale.ROOT) + "/" + matcher.group(2) : "";
    }
}
