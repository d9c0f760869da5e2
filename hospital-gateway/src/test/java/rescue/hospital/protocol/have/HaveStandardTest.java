package rescue.hospital.protocol.have;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.hospital.protocol.MachineReport;

/** Against the standard's own schema and samples, where they lie beside the project. */
class HaveStandardTest {

    private static final Path STANDARD = Path.of("../../shared/standards/edxl-have-1.0");
    private static final Path SCHEMA = STANDARD.resolve("schema/edxl-have/1.0/edxl-have.xsd");

    private static Schema schema;

    @BeforeAll
    static void readSchema() throws SAXException {
        assumeTrue(Files.exists(SCHEMA), "the schema of EDXL-HAVE does not lie beside the project");
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(SCHEMA.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EDXL-HAVE1.xml", "HAVE-EdxlDeRequest.xml"})
    void the_samples_are_read_and_written_and_read_the_same(String sample) throws Exception {
        var message =
                HaveReader.read(Files.readAllBytes(STANDARD.resolve("samples").resolve(sample)));

        assertEquals("DE_DISTRIBUTION_ID", message.distributionId());
        assertEquals("Test", message.distributionStatus());
        MachineReport first = message.hospitals().get(0);
        assertEquals("Hospital 1", first.hospital().name());
        assertEquals(new LatLon(45.256, -71.92), first.hospital().at());
        assertEquals(Map.of(Service.BURNS, true), first.services());
        assertEquals(Instant.parse("2010-11-11T19:59:12.390Z"), first.countedAt());
        assertTrue(message.hospitals().get(1).isEmpty());
        assertComesBack(message.hospitals());
    }

    /** Whatever can be said in our words, the schema takes and we read back. */
    @Test
    void a_thousand_hospitals_by_chance_are_valid_and_come_back() throws Exception {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            try {
                assertComesBack(List.of(any(chance)));
            } catch (AssertionError | SAXException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    /** The check itself can fail. */
    @Test
    void the_schema_refuses_what_is_no_have() {
        String bad = HaveWriter.write(List.of(any(new Random(1)))).replace("LastUpdateTime", "Whenever");
        assertThrows(SAXException.class, () -> validate(bad));
    }

    private static void assertComesBack(List<MachineReport> hospitals) throws Exception {
        String written = HaveWriter.write(hospitals);
        validate(written);
        assertEquals(
                hospitals,
                HaveReader.read(written.getBytes(StandardCharsets.UTF_8)).hospitals());
    }

    private static void validate(String xml) throws Exception {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static MachineReport any(Random chance) {
        Map<BedKind, Integer> beds = new EnumMap<>(BedKind.class);
        for (BedKind kind : BedKind.values()) {
            if (chance.nextBoolean()) {
                beds.put(kind, chance.nextInt(2001));
            }
        }
        Map<Service, Boolean> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            if (chance.nextBoolean()) {
                services.put(service, chance.nextBoolean());
            }
        }
        EmsTraffic traffic =
                chance.nextInt(4) == 0 ? null : EmsTraffic.values()[chance.nextInt(EmsTraffic.values().length)];
        return new MachineReport(
                new MachineReport.About(
                        chance.nextBoolean() ? "BV" + chance.nextInt(100) : null,
                        "Bệnh viện <" + chance.nextInt() + "> & \"Trung tâm\" ]]> 'Y tế' 🏥",
                        chance.nextBoolean()
                                ? new LatLon(chance.nextDouble() * 180 - 90, chance.nextDouble() * 360 - 180)
                                : null),
                beds,
                services,
                traffic,
                traffic != null && chance.nextBoolean() ? "đường ngập <" + chance.nextInt() : null,
                Instant.ofEpochMilli(Math.abs(chance.nextLong()) % 4_000_000_000_000L),
                List.of());
    }
}
