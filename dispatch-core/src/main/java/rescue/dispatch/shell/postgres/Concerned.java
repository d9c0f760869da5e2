package rescue.dispatch.shell.postgres;

import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.TransferAskedAgain;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;

/** Whom an event concerns beyond those who are on the incident already: they see it on their screens. */
final class Concerned {

    private static final String[] NOBODY = {};

    private Concerned() {}

    static String[] units(IncidentEvent event) {
        return event instanceof UnitAssigned assigned ? new String[] {assigned.unitId()} : NOBODY.clone();
    }

    static String[] hospitals(IncidentEvent event) {
        if (event instanceof UnitAssigned assigned && assigned.hospitalId() != null) {
            return new String[] {assigned.hospitalId()};
        }
        if (event instanceof DestinationChanged changed) {
            return new String[] {changed.hospitalId()};
        }
        if (event instanceof PreArrivalAnswered answered) {
            return new String[] {answered.hospitalId()};
        }
        if (event instanceof IncidentOpened opened && opened.alert().transfer() != null) {
            TransferRequest transfer = opened.alert().transfer();
            return new String[] {transfer.fromId(), transfer.toId()};
        }
        if (event instanceof TransferAskedAgain asked) {
            return new String[] {asked.hospitalId()};
        }
        return event instanceof HoldExpired expired ? new String[] {expired.hospitalId()} : NOBODY.clone();
    }
}
