package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent.PhotoAdded;
import rescue.dispatch.incident.Photo;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.Photos.Kept;

/** Photos and their events against a real PostgreSQL: both, or neither. */
class PgPhotosIT {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 0, 1, 2, 3};

    private static TestShell shell;
    private static PgPhotos photos;

    @BeforeAll
    static void open() {
        shell = new TestShell();
        photos = new PgPhotos(shell.pool);
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void a_photo_comes_back_as_it_was_kept_with_its_line_in_the_timeline() {
        Incident incident = shell.opened();
        UUID assignment = shell.send(incident.id(), shell.unit("P1"), null, null);
        Photo photo = photo(incident.id(), assignment, NOW);
        assertEquals(Kept.DONE, keep(photo, "p1", shell.incident(incident.id())));
        assertEquals(Optional.of(photo), await(photos.find(photo.id())));
        assertEquals(Optional.of(photo), await(photos.findSent(incident.id(), "p1")));
        assertEquals(List.of(photo), await(photos.list(incident.id())));
        assertArrayEquals(JPEG, await(photos.picture(photo.id())));
        assertEquals(1, shell.incident(incident.id()).countPhotos());
    }

    @Test
    void sent_twice_it_is_kept_once_and_told_once() {
        Incident incident = shell.opened();
        keep(photo(incident.id(), null, NOW), "p1", incident);
        Incident now = shell.incident(incident.id());
        assertEquals(Kept.SENT_BEFORE, keep(photo(incident.id(), null, NOW), "p1", now));
        assertEquals(now.version(), shell.incident(incident.id()).version());
        assertEquals(Kept.DONE, keep(photo(incident.id(), null, NOW), "p2", now));
        Incident other = shell.opened();
        assertEquals(Kept.DONE, keep(photo(other.id(), null, NOW), "p1", other), "another incident, another sender");
    }

    @Test
    void of_many_tries_at_one_moment_one_is_kept() {
        Incident incident = shell.opened();
        List<Future<Kept>> tries = IntStream.range(0, 8)
                .mapToObj(i -> tryToKeep(photo(incident.id(), null, NOW), "p1", incident))
                .toList();
        assertEquals(1, tries.stream().filter(kept -> await(kept) == Kept.DONE).count());
        assertEquals(1, await(photos.list(incident.id())).size());
        assertEquals(1, shell.incident(incident.id()).countPhotos());
    }

    @Test
    void who_saw_an_older_version_is_told_and_no_picture_is_kept() {
        Incident incident = shell.opened();
        keep(photo(incident.id(), null, NOW), "p1", incident);
        assertEquals(Kept.STALE, keep(photo(incident.id(), null, NOW), "p2", incident));
        assertEquals(Optional.empty(), await(photos.findSent(incident.id(), "p2")));
    }

    @Test
    void the_newest_is_listed_first() {
        Incident incident = shell.opened();
        for (long minute : List.of(2, 9, 5)) {
            Photo photo = photo(incident.id(), null, minute(minute));
            keep(photo, "p" + minute, shell.incident(incident.id()));
        }
        assertEquals(
                List.of(minute(9), minute(5), minute(2)),
                await(photos.list(incident.id())).stream().map(Photo::at).toList());
        assertEquals(List.of(), await(photos.list(UUID.randomUUID())));
        assertEquals(Optional.empty(), await(photos.find(UUID.randomUUID())));
    }

    private static Kept keep(Photo photo, String senderId, Incident seen) {
        return await(tryToKeep(photo, senderId, seen));
    }

    private static Future<Kept> tryToKeep(Photo photo, String senderId, Incident seen) {
        var event = new PhotoAdded(photo.id(), photo.assignmentId(), photo.note(), photo.at(), NOW, photo.by());
        return photos.keep(photo, senderId, JPEG, new Entry(seen.id(), seen.version(), event));
    }

    private static Photo photo(UUID incident, @Nullable UUID assignment, Instant at) {
        return new Photo(UUID.randomUUID(), incident, assignment, at, "crew", "đầu xe", 40, 30, JPEG.length, "0a1b");
    }
}
