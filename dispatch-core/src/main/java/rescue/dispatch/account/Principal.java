package rescue.dispatch.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is logged in.
 *
 * @param user the login name, lower case
 * @param unitId the unit that a crew acts for; null for every other role
 * @param hospitalId the hospital that a hospital's staff acts for; null for every other role
 */
public record Principal(
        String user,
        Role role,
        @Nullable String unitId,
        @Nullable String hospitalId) {

    public Principal {
        if ((role == Role.CREW) != (unitId != null)) {
            throw new IllegalArgumentException("a crew, and nobody else, is bound to a unit: " + user);
        }
        if ((role == Role.HOSPITAL) != (hospitalId != null)) {
            throw new IllegalArgumentException("a hospital, and nobody else, is bound to a hospital: " + user);
        }
    }

    /** The desk for every unit, a crew for its own, nobody else for any. */
    public boolean mayActForUnit(String unit) {
        return role.isDesk() || unit.equals(unitId);
    }

    /** A hospital for itself, nobody else for any: what a hospital can take is its own word. */
    public boolean mayActForHospital(String hospital) {
        return hospital.equals(hospitalId);
    }
}
