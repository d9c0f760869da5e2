package rescue.dispatch.story;

import static java.util.Comparator.comparing;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.Darkroom;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.Photos;

/** Photos in memory; every word is a picture, but "text". */
final class TownPhotos implements Photos, Darkroom {

    private final IncidentLog log;
    private final List<Kept> kept = new ArrayList<>();
    private int developed;

    TownPhotos(IncidentLog log) {
        this.log = log;
    }

    /** How often the darkroom was at work. */
    int developed() {
        return developed;
    }

    @Override
    public Future<Developed> develop(String base64) {
        developed++;
        return Future.succeededFuture(
                base64.equals("text")
                        ? new Unusable(Fault.NOT_READABLE)
                        : new Picture(base64.getBytes(java.nio.charset.StandardCharsets.UTF_8), 40, 30, "sha"));
    }

    @Override
    public Future<Photos.Kept> keep(Photo photo, String senderId, byte[] jpeg, Entry entry) {
        if (sent(photo.incidentId(), senderId).isPresent()) {
            return Future.succeededFuture(Photos.Kept.SENT_BEFORE);
        }
        return log.append(List.of(entry)).map(appended -> {
            if (!(appended instanceof Appended.Done)) {
                return Photos.Kept.STALE;
            }
            kept.add(new Kept(photo, senderId, jpeg));
            return Photos.Kept.DONE;
        });
    }

    @Override
    public Future<Optional<Photo>> findSent(UUID incidentId, String senderId) {
        return Future.succeededFuture(sent(incidentId, senderId));
    }

    private Optional<Photo> sent(UUID incidentId, String senderId) {
        return kept.stream()
                .filter(each -> each.photo.incidentId().equals(incidentId) && each.senderId.equals(senderId))
                .map(Kept::photo)
                .findFirst();
    }

    @Override
    public Future<Optional<Photo>> find(UUID id) {
        return Future.succeededFuture(kept.stream()
                .map(Kept::photo)
                .filter(photo -> photo.id().equals(id))
                .findFirst());
    }

    @Override
    public Future<List<Photo>> list(UUID incidentId) {
        return Future.succeededFuture(kept.stream()
                .map(Kept::photo)
                .filter(photo -> photo.incidentId().equals(incidentId))
                .sorted(comparing(Photo::at).reversed())
                .toList());
    }

    @Override
    public Future<byte[]> picture(UUID id) {
        return Future.succeededFuture(kept.stream()
                .filter(each -> each.photo.id().equals(id))
                .findFirst()
                .orElseThrow()
                .jpeg);
    }

    private record Kept(Photo photo, String senderId, byte[] jpeg) {}
}
