package io.switchboard.control.receipts.storage;

import java.io.IOException;
import java.util.Optional;

/**
 * The published files of all logs. A path is {@code <log id>/<path>} with the path as C2SP {@code tlog-tiles} names it. A file is there whole or not at all;
 * one that is written again has the new content once {@link #write} has returned. A store that is away throws {@link IOException}.
 */
public interface LogStore {

    Optional<byte[]> read(String path) throws IOException;

    void write(String path, byte[] content) throws IOException;
}
