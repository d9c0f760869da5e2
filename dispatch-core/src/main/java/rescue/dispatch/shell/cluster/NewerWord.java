package rescue.dispatch.shell.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.jspecify.annotations.Nullable;

/** When two halves find each other, the higher version wins, whichever half was larger and whoever wrote last. */
final class NewerWord implements SplitBrainMergePolicy<String, MergingValue<String>, Object> {

    /** Made by its name. */
    NewerWord() {}

    @Override
    public Object merge(MergingValue<String> theirs, @Nullable MergingValue<String> ours) {
        return ours == null || version(theirs) > version(ours) ? theirs.getRawValue() : ours.getRawValue();
    }

    private static long version(MergingValue<String> value) {
        String word = value.getDeserializedValue();
        return word == null ? Long.MIN_VALUE : Word.version(word);
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // it has no state
    }

    @Override
    public void readData(ObjectDataInput in) {
        // it has no state
    }
}
