package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a document that goes on for too long before it is held in memory as a whole. */
final class LimitedReader extends FilterReader {

    private final long most;
    private long read;

    LimitedReader(Reader in, long most) {
        super(in);
        this.most = most;
    }

    /** A new document begins. */
    void restart() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int some) {
        read += some;
        if (read > most) {
            throw new UnreadableFile(
                    "document-too-large",
                    "A document of the file has more than " + (most >> 20)
                            + " Mi characters. Shorten it and upload the file again.");
        }
    }
}
