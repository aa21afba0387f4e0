package io.switchboard.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The most that was alive on the heap while work ran, in bytes: looked at after a full collection, several times a second. */
final class LiveHeap {

    private LiveHeap() {}

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
            var runtime = Runtime.getRuntime();
            peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
        } while (!done.get());
        return peak;
    }
}
