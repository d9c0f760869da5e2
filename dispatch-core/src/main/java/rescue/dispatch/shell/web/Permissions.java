package rescue.dispatch.shell.web;

import static java.util.Map.entry;
import static rescue.dispatch.account.Role.ADMIN;
import static rescue.dispatch.account.Role.COMMITTEE;
import static rescue.dispatch.account.Role.CREW;
import static rescue.dispatch.account.Role.HOSPITAL;
import static rescue.dispatch.account.Role.OPERATOR;
import static rescue.dispatch.account.Role.SECTOR;
import static rescue.dispatch.account.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rescue.dispatch.account.Role;

/**
 * Who may call what: one row for every operation of the contract; what has no row is refused. That a crew acts only for
 * its own unit and a hospital only for itself is checked besides, by {@link Sessions#checkUnit} and
 * {@link Sessions#checkHospital}, where the unit and the hospital are known.
 */
final class Permissions {

    private static final Set<Role> ANYBODY = Set.of(); // without login
    private static final Set<Role> LOGGED_IN = EnumSet.allOf(Role.class);
    private static final Set<Role> DESK = Set.of(OPERATOR, SUPERVISOR);

    // spotless:off
    private static final Map<String, Set<Role>> TABLE = Map.ofEntries(
        entry("getContract",        ANYBODY),
        entry("getAbout",           ANYBODY),
        entry("login",              ANYBODY),
        entry("getSession",         LOGGED_IN),
        entry("logout",             LOGGED_IN),

        entry("createAlert",        ANYBODY),
        entry("listWaitingAlerts",  DESK),
        entry("listTrouble",        Set.of(OPERATOR, SUPERVISOR, ADMIN)),
        entry("trackAlert",         ANYBODY),
        entry("addToAlert",         ANYBODY),
        entry("addPhotoToAlert",    ANYBODY),

        entry("listIncidents",      DESK),
        entry("getIncident",        DESK),
        entry("changeIncident",     DESK),
        entry("mergeIncident",      DESK),
        entry("unmergeIncident",    DESK),
        entry("getRecommendation",  DESK),
        entry("weighPair",          DESK),
        entry("chooseHospital",     DESK),
        entry("planCasualties",     DESK),
        entry("closeIncident",      DESK),
        entry("acknowledgeIncident", DESK),
        entry("reopenIncident",     DESK),
        entry("noteIncident",       DESK),
        entry("listPhotos",         Set.of(OPERATOR, SUPERVISOR, CREW, HOSPITAL)), // of an incident it is on
        entry("getPhoto",           Set.of(OPERATOR, SUPERVISOR, CREW, HOSPITAL)), // of an incident it is on
        entry("listHandovers",      DESK),
        entry("createHandover",     DESK),
        entry("acceptHandover",     DESK),

        entry("createAssignment",   DESK),
        entry("getAssignment",      Set.of(OPERATOR, SUPERVISOR, CREW, HOSPITAL)), // its own
        entry("getRoute",           Set.of(OPERATOR, SUPERVISOR, CREW)),           // its own
        entry("recordStatus",       Set.of(OPERATOR, SUPERVISOR, CREW)),           // its own
        entry("divertAssignment",   DESK),
        entry("askDestination",     Set.of(CREW)),                                 // its own
        entry("recordPatient",      Set.of(OPERATOR, SUPERVISOR, CREW)),           // its own
        entry("addPhoto",           Set.of(OPERATOR, SUPERVISOR, CREW)),           // its own

        entry("getCrewOrder",       Set.of(CREW)),
        entry("listUnits",          Set.of(OPERATOR, SUPERVISOR, ADMIN)),
        entry("recordPositions",    Set.of(CREW)),                                 // its own
        entry("setDuty",            Set.of(OPERATOR, SUPERVISOR, CREW)),           // its own

        entry("listHospitals",      Set.of(OPERATOR, SUPERVISOR, ADMIN, HOSPITAL)), // a hospital: its own row
        entry("reportCapacity",     Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("confirmCapacity",    Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("listIncoming",       Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("listCapacityReports", Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),      // its own
        entry("seeIncoming",        Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("answerPreArrival",   Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call

        entry("listTransfers",      Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own
        entry("askTransfer",        Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("listReceivers",      Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // from itself
        entry("answerTransfer",     Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call
        entry("askTransferAgain",   Set.of(HOSPITAL, OPERATOR, SUPERVISOR)),       // its own; the desk after a telephone call

        entry("putWebhook",         Set.of(ADMIN)), // not the hospital: its password would send patients' news anywhere
        entry("getWebhook",         Set.of(ADMIN)),
        entry("deleteWebhook",      Set.of(ADMIN)),

        entry("listRoadClosures",   Set.of(OPERATOR, SUPERVISOR, CREW, HOSPITAL, SECTOR, COMMITTEE, ADMIN)),
        entry("createRoadClosure",  Set.of(OPERATOR, SUPERVISOR, SECTOR)),
        entry("createRoadClosures", Set.of(OPERATOR, SUPERVISOR, SECTOR)),
        entry("deleteRoadClosure",  Set.of(OPERATOR, SUPERVISOR, SECTOR)),

        entry("getCoverage",        Set.of(OPERATOR, SUPERVISOR, COMMITTEE)),

        entry("searchPlaces",       ANYBODY),
        entry("getPlaceAt",         ANYBODY),
        entry("getMapInfo",         ANYBODY),
        entry("getMapTile",         ANYBODY),

        entry("getPaper",           DESK),                                         // callers' numbers stand on it

        entry("live",               Set.of(OPERATOR, SUPERVISOR, CREW, HOSPITAL))); // each sees its own
    // spotless:on

    private Permissions() {}

    /** Whether nobody has to log in for it. */
    static boolean isPublic(String operationId) {
        return rolesFor(operationId).isEmpty();
    }

    static boolean mayCall(Role role, String operationId) {
        return isPublic(operationId) || rolesFor(operationId).contains(role);
    }

    /** The operations that have a row. */
    static Set<String> listOperations() {
        return TABLE.keySet();
    }

    private static Set<Role> rolesFor(String operationId) {
        Set<Role> roles = TABLE.get(operationId);
        if (roles == null) {
            throw new IllegalArgumentException("no row for operation " + operationId);
        }
        return roles;
    }
}
