package rescue.hospital.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parsers of what strangers send, fed by Jazzer for {@code -Dfuzz.seconds} each (12), every one in a process of its
 * own. A find is kept below target/fuzz, with the input that made it.
 */
class FuzzIT {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 12);

    /** To start, and to load what is looked at. */
    private static final int MORE_SECONDS = 60;

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    /** Further than the beginnings a fuzzer gets by itself only in days. */
    private static Stream<Arguments> parsers() {
        String have = "<HospitalStatus xmlns='urn:oasis:names:tc:emergency:EDXL:HAVE:1.0'><Hospital>"
                + "<EmergencyDepartmentStatus><EMSTraffic><EMSTrafficStatus>Normal</EMSTrafficStatus></EMSTraffic></EmergencyDepartmentStatus>"
                + "<HospitalBedCapacityStatus><BedCapacity><BedType>AdultICU</BedType><Capacity><AvailableCount>2</AvailableCount>"
                + "<BaselineCount>9</BaselineCount></Capacity></BedCapacity></HospitalBedCapacityStatus>"
                + "<ServiceCoverageStatus><Burn>true</Burn></ServiceCoverageStatus>"
                + "<LastUpdateTime>2026-07-02T09:30:00+07:00</LastUpdateTime></Hospital></HospitalStatus>";
        String report =
                "{\"resourceType\":\"MeasureReport\",\"status\":\"complete\",\"type\":\"summary\",\"date\":\"2026-07-02T02:30:00Z\","
                        + "\"reporter\":{\"reference\":\"Organization/BV01\"},\"group\":[{\"population\":[{\"code\":{\"coding\":[{\"system\":"
                        + "\"http://hl7.org/fhir/uv/saner/CodeSystem/MeasuredValues\",\"code\":\"numICUBedsAvail\"}]},\"count\":3}]}]}";
        return Stream.of(
                Arguments.of(HaveFuzz.class, List.of(have, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")),
                Arguments.of(MeasureReportFuzz.class, List.of(report)),
                Arguments.of(SmsFuzz.class, List.of("GIUONG ICU 2 CC 5 HET CT", "nhận, hạn chế", "+84912345678")));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void nothing_that_anybody_sends_breaks_a_parser(Class<?> parser, List<String> seeds, @TempDir Path folder)
            throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the fuzzer's native part is used on Linux only");
        for (int i = 0; i < seeds.size(); i++) {
            Files.writeString(folder.resolve("seed" + i), seeds.get(i));
        }
        Path finds = Files.createDirectories(
                Path.of("target", "fuzz", parser.getSimpleName()).toAbsolutePath());
        Path said = folder.resolveSibling(folder.getFileName() + ".txt");
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + parser.getName(),
                        "--instrumentation_includes=rescue.**",
                        // It stands in the way of Netty, which handles memory of its own on purpose.
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                        "--reproducer_path=" + finds,
                        "-artifact_prefix=" + finds + File.separator,
                        "-max_total_time=" + SECONDS,
                        "-timeout=5",
                        "-max_len=16384",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(fuzzer.waitFor(SECONDS + MORE_SECONDS, TimeUnit.SECONDS), () -> read(said));
            assertEquals(0, fuzzer.exitValue(), () -> read(said));
            Matcher done = DONE.matcher(read(said));
            assertTrue(done.find(), () -> read(said));
            System.out.println(parser.getSimpleName() + ": " + done.group(1) + " inputs in " + SECONDS + " s");
            assertTrue(Long.parseLong(done.group(1)) > 1000, () -> "hardly anything was tried: " + read(said));
        } finally {
            fuzzer.destroyForcibly();
            Files.deleteIfExists(said);
        }
    }

    private static String read(Path said) {
        try {
            String all = Files.readString(said, StandardCharsets.ISO_8859_1);
            return all.substring(Math.max(0, all.length() - 8000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
