package rescue.dispatch.shell.photos;

/** An array that is only read, as a part of a record. */
final class Bytes {

    private final byte[] array;

    Bytes(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }
}
