package rescue.hospital.protocol.have;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.MachineReport;

class HaveReaderTest {

    private static final String TIME = "<LastUpdateTime>2026-07-02T09:30:00+07:00</LastUpdateTime>";

    @Test
    void a_report_is_read_into_the_words_of_the_house() {
        MachineReport said = read("""
                <Organization><OrganizationInformation xmlns:n="urn:oasis:names:tc:ciq:xnl:3" xmlns:p="urn:oasis:names:tc:ciq:xpil:3">
                  <n:OrganisationName><n:NameElement>Bệnh viện tỉnh</n:NameElement></n:OrganisationName>
                  <p:Identifiers><p:Identifier><p:IdentifierElement>BV01</p:IdentifierElement></p:Identifier></p:Identifiers>
                </OrganizationInformation></Organization>
                <EmergencyDepartmentStatus><EMSTraffic>
                  <EMSTrafficStatus>Advisory</EMSTrafficStatus><EMSTrafficReason>CT hỏng &amp; đông</EMSTrafficReason>
                </EMSTraffic></EmergencyDepartmentStatus>
                <HospitalBedCapacityStatus>
                """
                + bed("EmergencyDepartment", "", "4")
                + bed("EmergencyDepartment", "Trauma", "1")
                + bed("AdultICU", "", "0")
                + bed("MedicalSurgical", "Maternity", "7")
                + bed("NeonatalICU", "", "3")
                + bed("MedicalSurgical", "Cardiac", "2")
                + bed("Burn", "", "2")
                + """
                </HospitalBedCapacityStatus>
                <ServiceCoverageStatus><Dialysis>0</Dialysis><SurgeryIndicator><SurgerySubType><Neurosurgery>true</Neurosurgery>
                </SurgerySubType></SurgeryIndicator></ServiceCoverageStatus>
                <HospitalResourcesStatus><ResourcesInformationText>CT = false</ResourcesInformationText>
                <ResourcesInformationText>oxygen=low</ResourcesInformationText></HospitalResourcesStatus>
                """
                + TIME);

        assertEquals("BV01", said.hospital().id());
        assertEquals("Bệnh viện tỉnh", said.hospital().name());
        assertEquals(
                Map.of(BedKind.EMERGENCY, 4, BedKind.TRAUMA, 1, BedKind.ICU, 0, BedKind.MATERNITY, 7),
                said.available());
        assertEquals(
                Map.of(Service.BURNS, true, Service.DIALYSIS, false, Service.NEUROSURGERY, true, Service.CT, false),
                said.services());
        assertEquals(EmsTraffic.ADVISORY, said.emsTraffic());
        assertEquals("CT hỏng & đông", said.note());
        assertEquals(Instant.parse("2026-07-02T02:30:00Z"), said.countedAt());
        assertEquals(List.of("NeonatalICU", "MedicalSurgical/Cardiac"), said.passedOver());
    }

    @Test
    void vacant_without_a_number_says_no_number_and_not_available_says_none() {
        MachineReport said = read("<HospitalBedCapacityStatus>"
                + "<BedCapacity><BedType>AdultICU</BedType><Capacity><CapacityStatus>Vacant/Available</CapacityStatus></Capacity></BedCapacity>"
                + "<BedCapacity><BedType>Pediatrics</BedType><Capacity><CapacityStatus>NotAvailable</CapacityStatus></Capacity></BedCapacity>"
                + "</HospitalBedCapacityStatus>" + TIME);
        assertEquals(Map.of(BedKind.PAEDIATRIC, 0), said.available());
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            less than none           | <A>-1</A>                                                     | COUNT_NEGATIVE      | AvailableCount
            a thousands separator    | <A>32,323</A>                                                 | COUNT_NOT_WHOLE     | AvailableCount
            half a bed               | <A>1.5</A>                                                    | COUNT_NOT_WHOLE     | AvailableCount
            a number beyond all      | <A>99999999999999999999</A>                                   | COUNT_NOT_WHOLE     | AvailableCount
            too many                 | <A>2001</A>                                                   | COUNT_TOO_MANY      | AvailableCount
            32323 of 121             | <A>323</A><B>121</B>                                          | COUNT_OVER_ALL      | AvailableCount
            none, and three          | <CapacityStatus>NotAvailable</CapacityStatus><A>3</A>         | HAVE_NOT_AVAILABLE  | Capacity
            a status nobody has      | <CapacityStatus>Full</CapacityStatus><A>3</A>                 | CODE_UNKNOWN        | CapacityStatus
            not in arabic digits     | <A>٣</A>                                                      | COUNT_NOT_WHOLE     | AvailableCount
            """)
    // spotless:on
    void what_cannot_be_is_refused_with_the_place_to_mend(
            String story, String capacity, ProblemCode code, String where) {
        String xml = capacity.replace("<A>", "<AvailableCount>")
                .replace("</A>", "</AvailableCount>")
                .replace("<B>", "<BaselineCount>")
                .replace("</B>", "</BaselineCount>");
        var refused = refused("<HospitalBedCapacityStatus>" + bed("Pediatrics", "", "1")
                + "<BedCapacity><BedType>AdultICU</BedType><Capacity>" + xml
                + "</Capacity></BedCapacity></HospitalBedCapacityStatus>" + TIME);
        assertEquals(code, refused.code(), story);
        assertTrue(refused.where().contains("/BedCapacity[2]/Capacity"), refused.where());
        assertTrue(refused.where().endsWith(where), refused.where());
    }

    @Test
    void one_kind_with_two_numbers_is_refused_and_with_the_same_number_taken() {
        String twice = "<HospitalBedCapacityStatus>" + bed("AdultICU", "", "2") + bed("AdultICU", "", "%s")
                + "</HospitalBedCapacityStatus>" + TIME;
        assertEquals(ProblemCode.COUNTS_CONTRADICT, refused(twice.formatted(3)).code());
        assertEquals(Map.of(BedKind.ICU, 2), read(twice.formatted(2)).available());
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a type nobody has      | <HospitalBedCapacityStatus><BedCapacity><BedType>Sofa</BedType></BedCapacity></HospitalBedCapacityStatus> | CODE_UNKNOWN
            two types in one       | <HospitalBedCapacityStatus><BedCapacity><BedType>AdultICU</BedType><BedType>Burn</BedType></BedCapacity></HospitalBedCapacityStatus> | HAVE_BEDS_AMBIGUOUS
            no type                | <HospitalBedCapacityStatus><BedCapacity/></HospitalBedCapacityStatus> | HAVE_BEDS_AMBIGUOUS
            a traffic nobody has   | <EmergencyDepartmentStatus><EMSTraffic><EMSTrafficStatus>Heavy</EMSTrafficStatus></EMSTraffic></EmergencyDepartmentStatus> | CODE_UNKNOWN
            neither true nor false | <ServiceCoverageStatus><Burn>maybe</Burn></ServiceCoverageStatus> | CODE_UNKNOWN
            """)
    // spotless:on
    void unknown_codes_are_refused(String story, String inside, ProblemCode code) {
        assertEquals(code, refused(inside + TIME).code(), story);
    }

    @ParameterizedTest
    @CsvSource({"''", "yesterday", "2026-07-02T09:30:00", "2026-02-30T09:30:00Z"})
    void a_time_without_its_zone_is_no_time(String time) {
        assertEquals(
                ProblemCode.REPORT_TIME_BROKEN,
                refused("<LastUpdateTime>" + time + "</LastUpdateTime>").code());
    }

    @Test
    void another_namespace_is_another_language() {
        var failure = assertThrows(
                ApiFailure.class,
                () -> HaveReader.read(
                        "<HospitalStatus xmlns='urn:x'><Hospital/></HospitalStatus>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(ProblemCode.HAVE_MISSING, failure.code());
    }

    private static String bed(String type, String sub, String available) {
        return "<BedCapacity><BedType>" + type + "</BedType>"
                + (sub.isEmpty() ? "" : "<SubCategoryBedType>" + sub + "</SubCategoryBedType>")
                + "<Capacity><CapacityStatus>"
                + (available.equals("0") ? "NotAvailable" : "Vacant/Available")
                + "</CapacityStatus><AvailableCount>" + available + "</AvailableCount></Capacity></BedCapacity>";
    }

    private static MachineReport read(String inside) {
        List<MachineReport> hospitals = HaveReader.read(message(inside).getBytes(StandardCharsets.UTF_8))
                .hospitals();
        assertEquals(1, hospitals.size());
        return hospitals.get(0);
    }

    private record Refused(ProblemCode code, String where) {}

    private static Refused refused(String inside) {
        var failure = assertThrows(
                ApiFailure.class, () -> HaveReader.read(message(inside).getBytes(StandardCharsets.UTF_8)));
        return new Refused(failure.code(), String.valueOf(failure.pointer()));
    }

    private static String message(String inside) {
        return "<HospitalStatus xmlns='" + HaveWords.HAVE_1 + "'><Hospital>" + inside + "</Hospital></HospitalStatus>";
    }
}
