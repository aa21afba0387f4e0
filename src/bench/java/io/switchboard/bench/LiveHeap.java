package io.switchboard.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The most that was alive on the heap while work ran, in bytes: looked at after a full collection, several times a second. */
public final class LiveHeap {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private LiveHeap() {}

    /** What is alive now. What was only softly held may go with the second collection. */
    public static long now() {
        System.gc();
        System.gc();
        return used();
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static long peakDuring(Rounds.Work work) throws Exception {
        var done = new AtomicBoolean();
        var peak = CompletableFuture.supplyAsync(() -> watch(done));
        try {
            work.run();
        } finally {
            done.set(true);
        }
        return peak.get(1, TimeUnit.MINUTES);
    }

    private static long watch(AtomicBoolean done) {
        long peak = 0;
        do {
            System.gc();
            peak = Math.max(peak, used());
            LockSupport.parkNanos(PAUSE); // one collection after the other would leave the work no time
        } while (!done.get());
        return peak;
    }
}
