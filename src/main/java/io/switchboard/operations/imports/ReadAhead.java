package io.switchboard.operations.imports;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Reads and checks the next pages of a file on a thread of its own, a few ahead of whoever takes them. */
final class ReadAhead implements AutoCloseable {

    private static final int AHEAD = 8;

    private final Supplier<List<FileRow>> read;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Queue<CompletableFuture<List<FileRow>>> ahead = new ArrayDeque<>();

    /** {@code read} answers the next page, an empty one at the end and from then on. */
    ReadAhead(Supplier<List<FileRow>> read) {
        this.read = read;
        for (int i = 0; i < AHEAD; i++) {
            start();
        }
    }

    List<FileRow> next() {
        start();
        try {
            return ahead.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start() {
        ahead.add(CompletableFuture.supplyAsync(read, thread));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
