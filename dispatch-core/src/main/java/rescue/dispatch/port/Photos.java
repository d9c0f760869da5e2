package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.IncidentLog.Entry;

/** The photos of incidents, pictures and all. A photo and the event that tells of it are written together, or neither. */
public interface Photos {

    /** The outcome of keeping one. */
    enum Kept {
        DONE,
        /** Somebody changed the incident first; decide again on what it is now. */
        STALE,
        /** Its sender has sent it before. */
        SENT_BEFORE
    }

    /**
     * Keeps a photo.
     *
     * @param senderId the sender's own id of it: once for an incident
     * @param jpeg the picture
     * @param entry the event that tells of it
     */
    Future<Kept> keep(Photo photo, String senderId, byte[] jpeg, Entry entry);

    /** The photo that was sent under that id before. */
    Future<Optional<Photo>> findSent(UUID incidentId, String senderId);

    Future<Optional<Photo>> find(UUID id);

    /** Newest first. */
    Future<List<Photo>> list(UUID incidentId);

    /** The picture of a photo that is there. */
    Future<byte[]> picture(UUID id);
}
