package rescue.dispatch.shell.live;

import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.postgres.PgFeed.Change;

/** Who may see which change. The desk sees all; a crew and a hospital only what concerns them. */
final class LiveAudience {

    private LiveAudience() {}

    static boolean maySee(Principal principal, Change change) {
        return switch (principal.role()) {
            case OPERATOR, SUPERVISOR, ADMIN -> true;
            case CREW ->
                change.kind().equals("road-closure")
                        || (principal.unitId() != null && change.unitIds().contains(principal.unitId()));
            case HOSPITAL ->
                principal.hospitalId() != null && change.hospitalIds().contains(principal.hospitalId());
            case COMMITTEE, SECTOR -> false;
        };
    }

    static boolean maySeeUnit(Principal principal, String unitId) {
        return principal.role() == Role.OPERATOR
                || principal.role() == Role.SUPERVISOR
                || principal.role() == Role.ADMIN
                || unitId.equals(principal.unitId());
    }
}
