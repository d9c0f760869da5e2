package rescue.routing.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the designs of an item in one thread: first what they answer is compared, then each is warmed up, then they take
 * turns, a short while each, so that whatever else the machine does meets all of them.
 */
public final class Meter {

    /** Whose answers are compared before anything is measured. */
    private static final int COMPARED = 12;

    private static final int ROUNDS = 10;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long warmUpNs;
    private final long turnNs;
    private long blackHole;

    /** Warms each design up for so long, and gives it so long in all afterwards. */
    public Meter(double warmUpS, double measureS) {
        warmUpNs = (long) (warmUpS * 1e9);
        turnNs = (long) (measureS * 1e9 / ROUNDS);
    }

    /** Measures; an answer that is not the first design's is an error of the whole run. */
    public List<Reading> measure(Item item) throws Exception {
        List<Double> differs = compare(item);
        List<Asked> asked =
                item.designs().stream().map(design -> new Asked(item, design)).toList();
        for (Asked design : asked) {
            design.turn(warmUpNs, design.design.atMost() / 4 + 1);
            design.forget();
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Asked design : asked) {
                int already = design.count;
                int share = (int) ((long) design.design.atMost() * (round + 1) / ROUNDS);
                design.turn(turnNs, share - already);
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            readings.add(asked.get(i).reading(differs.get(i)));
        }
        return readings;
    }

    /** What no compiler may leave out: print it. */
    public long blackHole() {
        return blackHole;
    }

    private List<Double> compare(Item item) throws Exception {
        int compared = Math.min(COMPARED, item.questions());
        List<Double> differs = new ArrayList<>();
        long[] first = new long[compared];
        for (Design design : item.designs()) {
            int questions = Math.min(compared, design.atMost());
            double[] off = new double[questions];
            for (int question = 0; question < questions; question++) {
                design.prepare().accept(question);
                long answer = design.work().answer(question);
                if (differs.isEmpty()) {
                    first[question] = answer;
                } else if (design.answers() == Design.Answers.THE_SAME && answer != first[question]) {
                    throw new IllegalStateException(
                            item.name() + ", question " + question + ": " + design.name() + " answers " + answer + ", "
                                    + item.designs().get(0).name() + " " + first[question]);
                }
                off[question] = Math.abs(answer - first[question]) / Math.max(1.0, Math.abs(first[question]));
            }
            Arrays.sort(off);
            differs.add(design.answers() == Design.Answers.OTHERS ? 0 : off[off.length / 2]);
        }
        return differs;
    }

    private final class Asked {
        private final Item item;
        private final Design design;
        private long[] nanos = new long[1024];
        private int count;
        private int next;
        private long cpuNs;
        private long bytes;

        Asked(Item item, Design design) {
            this.item = item;
            this.design = design;
        }

        void turn(long forNs, int atMost) throws Exception {
            long left = forNs;
            for (int i = 0; i < atMost && left > 0; i++) {
                int question = next++ % item.questions();
                design.prepare().accept(question);
                long cpu = THREAD.getCurrentThreadCpuTime();
                long allocated = THREAD.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                long answer = design.work().answer(question);
                long took = System.nanoTime() - start;
                bytes += THREAD.getCurrentThreadAllocatedBytes() - allocated;
                cpuNs += THREAD.getCurrentThreadCpuTime() - cpu;
                blackHole += answer;
                left -= took;
                add(took);
            }
        }

        private void add(long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
        }

        void forget() {
            count = 0;
            cpuNs = 0;
            bytes = 0;
        }

        Reading reading(double differs) {
            return Reading.of(
                    item, design, Arrays.copyOf(nanos, count), (double) cpuNs / count, (double) bytes / count, differs);
        }
    }
}
