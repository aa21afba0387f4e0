package io.switchboard.platform.observability;

import io.switchboard.kernel.CorrelationId;

/** The trace id of what is going on right now; a fresh one where nothing is being traced. */
public interface Correlations {

    CorrelationId current();

    /** Runs work under the correlation of the request that asked for it, so that its log lines, decisions and receipts carry it. */
    void run(CorrelationId correlation, Runnable work);
}
