package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.function.Function;

/** Makes of whatever was sent a picture that we dare to keep and to show: upright, not too large, nothing but the picture. */
@FunctionalInterface
public interface Darkroom {

    /** What became of it. */
    sealed interface Developed {

        <T> T fold(Function<Picture, T> picture, Function<Unusable, T> unusable);
    }

    /** A JPEG of ours: nothing of what the camera wrote beside the picture is in it. */
    final class Picture implements Developed {

        private final byte[] jpeg;
        private final int width;
        private final int height;
        private final String sha256;

        /** The bytes are handed over: nobody changes them any more. */
        public Picture(byte[] jpeg, int width, int height, String sha256) {
            this.jpeg = jpeg;
            this.width = width;
            this.height = height;
            this.sha256 = sha256;
        }

        public byte[] jpeg() {
            return jpeg;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        /** Of the bytes, in hex. */
        public String sha256() {
            return sha256;
        }

        @Override
        public <T> T fold(Function<Picture, T> picture, Function<Unusable, T> unusable) {
            return picture.apply(this);
        }
    }

    /** Nothing came of it. */
    record Unusable(Fault fault) implements Developed {
        @Override
        public <T> T fold(Function<Picture, T> picture, Function<Unusable, T> unusable) {
            return unusable.apply(this);
        }
    }

    /** Why. */
    enum Fault {
        /** No picture at all, or one that is broken. */
        NOT_READABLE,
        /** A picture of a kind that we do not read. */
        OTHER_FORMAT,
        /** The end is missing. */
        INCOMPLETE,
        /** More pixels, or more work, than any camera makes. */
        TOO_LARGE
    }

    /**
     * Takes a second for the largest; pictures wait for each other.
     *
     * @param base64 the file as it was sent
     */
    Future<Developed> develop(String base64);
}
