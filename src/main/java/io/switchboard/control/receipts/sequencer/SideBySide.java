package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.storage.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes files of which none needs another, several at once: a store mostly waits for its disk or its network. */
final class SideBySide {

    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** Returns when all are written, or throws a fault once none is under way any more. */
    static void write(LogStore store, Map<String, byte[]> files) throws IOException {
        if (files.size() == 1) {
            var file = files.entrySet().iterator().next();
            store.write(file.getKey(), file.getValue());
            return;
        }
        var writes = new ArrayList<Callable<Boolean>>();
        files.forEach((path, content) -> writes.add(() -> {
            store.write(path, content);
            return true;
        }));
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()))) {
            for (Future<Boolean> write : threads.invokeAll(writes)) {
                requireWritten(write);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while files of a log were written", e);
        }
    }

    private static void requireWritten(Future<Boolean> write) throws IOException, InterruptedException {
        try {
            write.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException away -> throw away;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
