package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.storage.LogStore;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store that a test can break: it is away while {@code away}, and remembers whether a file was ever given other bytes than before. */
public final class MemoryStore implements LogStore {

    public final Map<String, byte[]> files = new TreeMap<>();
    boolean away;
    Runnable step = () -> {};

    @Override
    public synchronized Optional<byte[]> read(String path) throws IOException {
        requireThere();
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public synchronized void write(String path, byte[] content) throws IOException {
        requireThere();
        var before = files.put(path, content);
        if (before != null && !path.endsWith("checkpoint") && !java.util.Arrays.equals(before, content)) {
            throw new AssertionError(path + " was immutable");
        }
    }

    private void requireThere() throws IOException {
        step.run();
        if (away) {
            throw new IOException("the bucket is away");
        }
    }
}
