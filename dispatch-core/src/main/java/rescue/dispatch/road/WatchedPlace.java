package rescue.dispatch.road;

import rescue.dispatch.geo.LatLon;

/** A place of which it must be said at once when no road leads there any more. */
public record WatchedPlace(Kind kind, String id, String name, LatLon at) {

    /** What it is. */
    public enum Kind {
        /** An open incident. */
        SCENE,
        STATION,
        HOSPITAL,
        /** The seat of a commune. */
        COMMUNE;

        /** Whether help starts from there, or ends there. */
        public boolean helps() {
            return this == STATION || this == HOSPITAL;
        }
    }
}
