package io.switchboard.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Seconds of several rounds; the median is what counts, so that one disturbed round does not. */
public final class Rounds {

    public static final int COUNT = 5;

    private final List<Double> seconds = new ArrayList<>();

    /** Something that takes time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - start) / 1e9);
    }

    /** Counts the processor time of this thread, which other programs on the machine do not prolong. */
    public void cpu(Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        seconds.add((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }

    /** A round that was timed elsewhere. */
    public void add(double round) {
        seconds.add(round);
    }

    public void add(Rounds others) {
        seconds.addAll(others.seconds);
    }

    public double median() {
        return quantile(0.5);
    }

    /** Nearest rank. */
    public double quantile(double share) {
        var sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
