package rescue.routing.cch;

/** Quickselect (Hoare 1961): the lowest of some numbers to the front, without sorting the rest. */
final class Selection {

    private Selection() {}

    /** Rearranges {@code numbers[from..end)} so that {@code numbers[from..middle)} are the lowest. All numbers differ. */
    static void lowest(long[] numbers, int from, int end, int middle) {
        int low = from;
        int high = end - 1;
        while (low < high) {
            long pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
