package rescue.dispatch.road;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/** Names a set of road closures: they never change, so their ids say everything. */
public final class RoadDigest {

    private RoadDigest() {}

    /** SHA-256 over the ids in order, in hexadecimal digits. */
    public static String of(Collection<RoadClosure> closures) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES * closures.size());
        closures.stream()
                .map(RoadClosure::id)
                .sorted()
                .forEach((UUID id) -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
