package io.switchboard.platform.observability;

import io.switchboard.kernel.CorrelationId;
import java.util.ArrayList;
import java.util.function.Supplier;

/** The trace id of what is going on right now; a fresh one where nothing is being traced. */
public interface Correlations {

    CorrelationId current();

    /** Runs work under the correlation of the request that asked for it, so that its log lines, decisions and receipts carry it. */
    void run(CorrelationId correlation, Runnable work);

    /** Like {@link #run} for work that answers something. */
    default <T> T call(CorrelationId correlation, Supplier<T> work) {
        var answer = new ArrayList<T>(1);
        run(correlation, () -> answer.add(work.get()));
        return answer.getFirst();
    }
}
