package rescue.dispatch.shell.postgres;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.ReportSource;

/**
 * Who said something and on which way, as it is stored. Lines from before the way had a column of its own bear it in
 * brackets after the name; they are append-only, so they are understood here and not rewritten.
 *
 * @param source null when it is not known: a line from then without brackets came from the page or a program
 */
record Signature(String reporter, @Nullable ReportSource source) {

    private static final Map<String, ReportSource> BRACKETS = Map.of(
            " (qua điện thoại)", ReportSource.PHONE,
            " (SMS)", ReportSource.SMS,
            " (EDXL-HAVE)", ReportSource.EDXL,
            " (FHIR)", ReportSource.FHIR);

    static Signature read(String reporter, @Nullable String source) {
        return source == null ? old(reporter) : new Signature(reporter, ReportSource.valueOf(source));
    }

    private static Signature old(String reporter) {
        return BRACKETS.entrySet().stream()
                .filter(each -> reporter.endsWith(each.getKey()))
                .findFirst()
                .map(each -> new Signature(
                        reporter.substring(0, reporter.length() - each.getKey().length()), each.getValue()))
                .orElse(new Signature(reporter, null));
    }
}
