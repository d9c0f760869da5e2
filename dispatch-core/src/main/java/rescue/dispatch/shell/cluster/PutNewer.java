package rescue.dispatch.shell.cluster;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.DataSerializable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Run where the key lives, so that two nodes that say something at once are put in order there. */
final class PutNewer implements EntryProcessor<String, String, Object>, DataSerializable {

    private static final long serialVersionUID = 1;

    /** As long as an older word may still be under way; after that nobody needs to know that it is gone. */
    private static final long REMEMBER_GONE_MIN = 10;

    private String said;

    /** For reading it from the line. */
    PutNewer() {
        this("");
    }

    PutNewer(String said) {
        this.said = said;
    }

    @Override
    public @Nullable Object process(Map.Entry<String, String> entry) {
        String known = entry.getValue();
        if (known != null && Word.version(known) >= Word.version(said)) {
            return null;
        }
        if (Word.isGone(said) && entry instanceof ExtendedMapEntry<String, String> extended) {
            extended.setValue(said, REMEMBER_GONE_MIN, TimeUnit.MINUTES);
        } else {
            entry.setValue(said);
        }
        return null;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(said);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        String read = in.readString();
        said = read == null ? "" : read;
    }
}
