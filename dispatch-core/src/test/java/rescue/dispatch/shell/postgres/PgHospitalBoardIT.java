package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.HospitalBoard.Incoming;

/** What hospitals say and what is promised, on a real PostgreSQL. Each test has a hospital of its own. */
class PgHospitalBoardIT {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static TestShell shell;

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @Test
    void what_a_report_does_not_mention_stays_as_it_was() {
        shell.hospital("keeps", 4, Service.CT);
        report("keeps", Map.of(BedKind.ICU, 2), Map.of(), EmsTraffic.ADVISORY, 5);
        report("keeps", Map.of(BedKind.ICU, 1), Map.of(), null, 10);
        Hospital now = get("keeps");
        assertEquals(
                Map.of(BedKind.EMERGENCY, new BedCount(4, 0), BedKind.ICU, new BedCount(1, 0)),
                now.capacity().beds());
        assertEquals(Set.of(Service.CT), now.services());
        assertEquals(EmsTraffic.ADVISORY, now.capacity().emsTraffic());
        assertEquals(
                new Said("nurse", ReportSource.PAGE, minute(10)), now.capacity().newest());
    }

    @Test
    void a_kind_that_the_last_report_did_not_name_keeps_its_older_word() {
        shell.hospital("words", 4); // the emergency beds, by a nurse on the page, at minute 0
        await(shell.registers.putHospitals(List.of(new PgRegisters.HospitalRow(
                "words", "x", "x", new LatLon(22.4, 103.5), null, Set.of(), Map.of(BedKind.MATERNITY, 7)))));
        kept(shell.hospitals.report(
                new CapacityReport(
                        "words",
                        Map.of(BedKind.ICU, 2),
                        Map.of(),
                        null,
                        null,
                        "operator",
                        ReportSource.PHONE,
                        minute(9)),
                Filing.PLAIN));
        var byNurse = new Said("nurse", ReportSource.PAGE, NOW);
        var byPhone = new Said("operator", ReportSource.PHONE, minute(9));
        assertEquals(
                Map.of(BedKind.EMERGENCY, byNurse, BedKind.ICU, byPhone),
                get("words").capacity().words(),
                "of the register's guess it said nothing");
        assertEquals(byPhone, get("words").capacity().newest());

        report("words", Map.of(), Map.of(Service.CT, true), null, 12);
        assertEquals(byPhone, get("words").capacity().findWord(BedKind.ICU).orElseThrow(), "a service is no bed");
        assertEquals(minute(12), get("words").capacity().newest().at());

        kept(shell.hospitals.confirm("words", "head", ReportSource.SMS, minute(20), Filing.PLAIN));
        var bySms = new Said("head", ReportSource.SMS, minute(20));
        assertEquals(
                Map.of(BedKind.EMERGENCY, bySms, BedKind.ICU, bySms, BedKind.MATERNITY, bySms),
                get("words").capacity().words(),
                "nothing changed is a word on every kind");

        kept(shell.hospitals.confirm("words", "late", ReportSource.PAGE, minute(15), Filing.PLAIN));
        assertEquals(bySms, get("words").capacity().findWord(BedKind.ICU).orElseThrow(), "an older one renews nothing");
    }

    @Test
    void a_correction_speaks_for_the_kinds_that_it_still_changes() {
        shell.hospital("corrected", 4);
        var mistake = assertInstanceOf(
                Filed.Kept.class,
                await(shell.hospitals.report(
                        new CapacityReport(
                                "corrected",
                                Map.of(BedKind.ICU, 30, BedKind.SURGERY, 1),
                                Map.of(),
                                null,
                                null,
                                "nurse",
                                ReportSource.PAGE,
                                minute(5)),
                        Filing.PLAIN)));
        report("corrected", Map.of(BedKind.SURGERY, 2), Map.of(), null, 6);
        kept(shell.hospitals.report(
                new CapacityReport(
                        "corrected",
                        Map.of(BedKind.ICU, 3, BedKind.SURGERY, 9),
                        Map.of(),
                        null,
                        null,
                        "head",
                        ReportSource.API,
                        minute(8)),
                new Filing(null, null, mistake.id())));
        Capacity now = get("corrected").capacity();
        assertEquals(new BedCount(3, 0), now.findBeds(BedKind.ICU).orElseThrow());
        assertEquals(
                new Said("head", ReportSource.API, minute(8)),
                now.findWord(BedKind.ICU).orElseThrow());
        assertEquals(new BedCount(2, 0), now.findBeds(BedKind.SURGERY).orElseThrow());
        assertEquals(
                new Said("nurse", ReportSource.PAGE, minute(6)),
                now.findWord(BedKind.SURGERY).orElseThrow());
    }

    @Test
    void services_are_switched_on_and_off_and_twice_is_once() {
        shell.hospital("services", 1, Service.CT, Service.BLOOD);
        report("services", Map.of(), Map.of(Service.CT, false, Service.ICU, true), null, 1);
        report("services", Map.of(), Map.of(Service.CT, false, Service.ICU, true), null, 2);
        assertEquals(Set.of(Service.BLOOD, Service.ICU), get("services").services());
        report("services", Map.of(), Map.of(Service.CT, true), null, 3);
        assertEquals(
                Set.of(Service.BLOOD, Service.ICU, Service.CT), get("services").services());
    }

    @Test
    void fewer_beds_than_are_promised_is_a_conflict_to_be_seen_and_breaks_no_promise() {
        shell.hospital("lowers", 2);
        UUID crash = shell.opened().id();
        shell.send(crash, shell.unit("L1"), "lowers", FAR_AHEAD);
        UUID second = shell.send(crash, shell.unit("L2"), "lowers", FAR_AHEAD);
        report("lowers", Map.of(BedKind.EMERGENCY, 0), Map.of(), null, 5);
        assertEquals(new BedCount(0, 2), beds("lowers"));
        assertEquals(2, conflict("lowers"));
        assertEquals(0, beds("lowers").free());

        shell.append(crash, pressed(second, AssignmentStatus.CANCELLED));
        assertEquals(new BedCount(0, 1), beds("lowers"));
        assertEquals(1, conflict("lowers"), "one fewer is promised");
        report("lowers", Map.of(BedKind.EMERGENCY, 3), Map.of(), null, 6);
        assertEquals(new BedCount(3, 1), beds("lowers"));
        assertEquals(0, conflict("lowers"));
    }

    @Test
    void nothing_changed_makes_the_old_word_new_and_is_kept_as_a_report() {
        shell.hospital("confirms", 3, Service.CT);
        kept(shell.hospitals.confirm("confirms", "night nurse", ReportSource.PHONE, minute(30), Filing.PLAIN));
        Hospital now = get("confirms");
        assertEquals(
                new Said("night nurse", ReportSource.PHONE, minute(30)),
                now.capacity().newest());
        assertEquals(new BedCount(3, 0), beds("confirms"));
        assertEquals(Set.of(Service.CT), now.services());
        assertEquals(2L, shell.value("SELECT count(*) FROM capacity_report WHERE hospital_id = 'confirms'"));
        assertEquals(2L, shell.value("SELECT count(*) FROM change WHERE subject = 'confirms'"), "screens are told");
    }

    @Test
    void a_bed_whose_time_has_run_out_is_free_at_once() {
        shell.hospital("expires", 1);
        shell.send(shell.opened().id(), shell.unit("E1"), "expires", LONG_AGO);
        assertEquals(new BedCount(1, 0), beds("expires"));
        assertEquals(
                new BedCount(1, 0),
                await(shell.hospitals.list()).stream()
                        .filter(hospital -> hospital.id().equals("expires"))
                        .findFirst()
                        .orElseThrow()
                        .capacity()
                        .beds()
                        .get(BedKind.EMERGENCY));
    }

    @Test
    void whoever_is_on_the_way_is_listed_until_the_patient_is_handed_over() {
        shell.hospital("waits", 3);
        UUID crash = shell.opened().id();
        UUID comes = shell.send(crash, shell.unit("W1"), "waits", null);
        UUID turnsBack = shell.send(crash, shell.unit("W2"), "waits", null);
        shell.send(crash, shell.unit("W3"), null, null);
        assertEquals(
                Set.of(new Incoming(crash, comes), new Incoming(crash, turnsBack)),
                Set.copyOf(await(shell.hospitals.listIncoming("waits"))));
        shell.append(crash, pressed(turnsBack, AssignmentStatus.CANCELLED));
        shell.append(crash, pressed(comes, AssignmentStatus.AT_DESTINATION));
        assertEquals(List.of(new Incoming(crash, comes)), await(shell.hospitals.listIncoming("waits")));
        shell.append(crash, pressed(comes, AssignmentStatus.HANDED_OVER));
        assertEquals(List.of(), await(shell.hospitals.listIncoming("waits")));
    }

    @Test
    void a_hospital_that_is_not_registered_can_say_nothing() {
        assertEquals(
                new Filed.NoSuchHospital(),
                await(shell.hospitals.report(
                        new CapacityReport(
                                "nowhere",
                                Map.of(BedKind.ICU, 3),
                                Map.of(),
                                EmsTraffic.CLOSED,
                                null,
                                "nobody",
                                ReportSource.PAGE,
                                NOW),
                        Filing.PLAIN)));
        assertEquals(
                new Filed.NoSuchHospital(),
                await(shell.hospitals.confirm("nowhere", "nobody", ReportSource.PAGE, NOW, Filing.PLAIN)));
        assertEquals(List.of(), await(shell.hospitals.listReports("nowhere", 10)));
        assertEquals(Optional.empty(), await(shell.hospitals.find("nowhere")));
        assertEquals(List.of(), await(shell.hospitals.listIncoming("nowhere")));
        assertEquals(0L, shell.value("SELECT count(*) FROM change WHERE subject = 'nowhere'"));
    }

    @Test
    void what_the_register_guessed_is_overwritten_by_the_hospital_and_never_the_other_way_round() {
        shell.hospital("register", 4, Service.CT);
        report("register", Map.of(BedKind.EMERGENCY, 1), Map.of(Service.CT, false), null, 5);
        await(shell.registers.putHospitals(List.of(new PgRegisters.HospitalRow(
                "register",
                "Tên mới",
                "province",
                get("register").at(),
                "115",
                Set.of(Service.CT),
                Map.of(BedKind.EMERGENCY, 9)))));
        assertEquals(new BedCount(1, 0), beds("register"));
        assertEquals(Set.of(), get("register").services());
        assertEquals("Tên mới", get("register").name());
    }

    private static void report(
            String hospital,
            Map<BedKind, Integer> beds,
            Map<Service, Boolean> services,
            @Nullable EmsTraffic traffic,
            long minute) {
        kept(shell.hospitals.report(
                new CapacityReport(
                        hospital, beds, services, traffic, "a note", "nurse", ReportSource.PAGE, minute(minute)),
                Filing.PLAIN));
    }

    private static void kept(Future<Filed> filed) {
        assertInstanceOf(Filed.Kept.class, await(filed));
    }

    private static Hospital get(String id) {
        return await(shell.hospitals.find(id)).orElseThrow();
    }

    private static BedCount beds(String id) {
        return get(id).capacity().findBeds(BedKind.EMERGENCY).orElseThrow();
    }

    private static Object conflict(String id) {
        return shell.value("SELECT conflict FROM hospital_bed WHERE hospital_id = '" + id + "' AND kind = 'EMERGENCY'");
    }

    private static UnitStatusRecorded pressed(UUID assignment, AssignmentStatus status) {
        return new UnitStatusRecorded(assignment, status, NOW, "tablet-" + UUID.randomUUID(), 1, null, NOW, "crew");
    }
}
