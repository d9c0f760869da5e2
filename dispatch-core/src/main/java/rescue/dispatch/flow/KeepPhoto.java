package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.PhotoAdded;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.Darkroom;
import rescue.dispatch.port.Darkroom.Picture;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.Photos;

/** A photo from the scene, by a crew or by whoever reported: once, however often it is sent. */
public final class KeepPhoto {

    /** Of one incident by whoever reported it: enough to show what there is, too few to bury it. */
    public static final int MOST_BY_REPORTERS = 5;

    /** Of one incident in all: a hundred patients' worth would need another tool than this. */
    public static final int MOST = 60;

    private static final int ATTEMPTS = 3;

    /**
     * One photo as it was sent.
     *
     * @param senderId the sender's own id of it, the same for each try
     * @param base64 the file
     * @param takenAt by the clock of the device; null when it did not say
     */
    public record Sent(
            String senderId,
            String base64,
            @Nullable Instant takenAt,
            @Nullable String note,
            String by) {}

    private final IncidentLog log;
    private final TrackAlert reported;
    private final Photos photos;
    private final Darkroom darkroom;
    private final Ids ids;
    private final InstantSource clock;
    private final ChangeBell bell;

    public KeepPhoto(IncidentLog log, Photos photos, Darkroom darkroom, Ids ids, InstantSource clock, ChangeBell bell) {
        this.log = log;
        this.reported = new TrackAlert(log);
        this.photos = photos;
        this.darkroom = darkroom;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    /** Taken at the scene of that assignment. */
    public Future<Outcome<Photo>> ofCrew(UUID assignmentId, Sent sent) {
        return keep(new Source(
                () -> log.findByAssignment(assignmentId),
                Outcome.refused(RefusalCode.ASSIGNMENT_UNKNOWN, assignmentId),
                assignmentId,
                sent));
    }

    /** From whoever holds that tracking code. */
    public Future<Outcome<Photo>> ofReporter(String trackingCode, Sent sent) {
        return keep(new Source(
                () -> reported.find(trackingCode),
                Outcome.refused(RefusalCode.TRACKING_CODE_UNKNOWN, trackingCode),
                null,
                sent));
    }

    private Future<Outcome<Photo>> keep(Source source) {
        return source.load.get().compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(source.unknown);
            }
            Incident incident = found.get();
            return photos.findSent(incident.id(), source.sent.senderId)
                    .compose(before -> before.<Future<Outcome<Photo>>>map(
                                    photo -> Future.succeededFuture(Outcome.done(photo)))
                            .orElseGet(() -> develop(source, incident)));
        });
    }

    /** What will be refused anyway is not worth the work. */
    private Future<Outcome<Photo>> develop(Source source, Incident incident) {
        Optional<Outcome<Photo>> refused = refusal(source, incident);
        return refused.isPresent()
                ? Future.succeededFuture(refused.get())
                : darkroom.develop(source.sent.base64)
                        .compose(developed -> developed.fold(
                                picture -> write(source, incident, picture, ATTEMPTS),
                                unusable -> Future.succeededFuture(Outcome.refused(code(unusable.fault())))));
    }

    private Future<Outcome<Photo>> write(Source source, Incident incident, Picture picture, int attemptsLeft) {
        Optional<Outcome<Photo>> refused = refusal(source, incident);
        if (refused.isPresent()) {
            return Future.succeededFuture(refused.get());
        }
        Photo photo = photo(source, incident, picture);
        var event =
                new PhotoAdded(photo.id(), source.assignmentId, photo.note(), photo.at(), clock.instant(), photo.by());
        return photos.keep(
                        photo,
                        source.sent.senderId,
                        picture.jpeg(),
                        new Entry(incident.id(), incident.version(), event))
                .compose(kept -> switch (kept) {
                    case DONE -> {
                        bell.ring();
                        yield Future.succeededFuture(Outcome.done(photo));
                    }
                    case SENT_BEFORE -> keep(source);
                    case STALE -> again(source, picture, attemptsLeft - 1);
                });
    }

    private Future<Outcome<Photo>> again(Source source, Picture picture, int attemptsLeft) {
        return attemptsLeft == 0
                ? Future.succeededFuture(Outcome.refused(RefusalCode.TRY_AGAIN))
                : source.load
                        .get()
                        .compose(found -> found.map(incident -> write(source, incident, picture, attemptsLeft))
                                .orElseGet(() -> Future.succeededFuture(source.unknown)));
    }

    private Optional<Outcome<Photo>> refusal(Source source, Incident incident) {
        Optional<Assignment> assignment =
                Optional.ofNullable(source.assignmentId).flatMap(incident::findAssignment);
        if (assignment.isPresent() && !assignment.get().takesRecords(clock.instant())) {
            return Optional.of(Outcome.refused(
                    RefusalCode.ASSIGNMENT_LONG_OVER, assignment.get().callSign()));
        }
        if (assignment.isEmpty() && !incident.isOpen()) {
            return Optional.of(Outcome.refused(RefusalCode.ALERT_CLOSED));
        }
        if (assignment.isEmpty() && incident.countPhotosByReporters() >= MOST_BY_REPORTERS) {
            return Optional.of(Outcome.refused(RefusalCode.TOO_MANY_PHOTOS, MOST_BY_REPORTERS));
        }
        return incident.countPhotos() >= MOST
                ? Optional.of(Outcome.refused(RefusalCode.TOO_MANY_PHOTOS, MOST))
                : Optional.empty();
    }

    private Photo photo(Source source, Incident incident, Picture picture) {
        Instant now = clock.instant();
        Instant taken = source.sent.takenAt;
        return new Photo(
                ids.next(),
                incident.id(),
                source.assignmentId,
                taken == null || taken.isAfter(now) ? now : taken, // a device's clock may run ahead
                source.sent.by,
                source.sent.note,
                picture.width(),
                picture.height(),
                picture.jpeg().length,
                picture.sha256());
    }

    private static RefusalCode code(Darkroom.Fault fault) {
        return switch (fault) {
            case NOT_READABLE -> RefusalCode.PHOTO_NOT_READABLE;
            case OTHER_FORMAT -> RefusalCode.PHOTO_OTHER_FORMAT;
            case INCOMPLETE -> RefusalCode.PHOTO_INCOMPLETE;
            case TOO_LARGE -> RefusalCode.PHOTO_TOO_LARGE;
        };
    }

    /** Where it belongs, and who says so. */
    private record Source(
            Supplier<Future<Optional<Incident>>> load,
            Outcome<Photo> unknown,
            @Nullable UUID assignmentId,
            Sent sent) {}
}
