package rescue.routing.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code name=value} arguments. */
public final class Options {

    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Reads arguments.
     *
     * @param known every name there is
     * @throws IllegalArgumentException when one is not known or has no value
     */
    public Options(List<String> arguments, String... known) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 || !Arrays.asList(known).contains(argument.substring(0, equals))) {
                throw new IllegalArgumentException(
                        "unknown: " + argument + "; known are " + String.join("=, ", known) + "=");
            }
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }

    public double decimal(String name, double otherwise) {
        return Double.parseDouble(given.getOrDefault(name, String.valueOf(otherwise)));
    }
}
