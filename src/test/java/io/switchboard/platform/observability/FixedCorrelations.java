package io.switchboard.platform.observability;

import io.switchboard.kernel.CorrelationId;

/** Everything happens under one correlation. */
public record FixedCorrelations(CorrelationId current) implements Correlations {

    public FixedCorrelations() {
        this(CorrelationId.random());
    }

    @Override
    public void run(CorrelationId correlation, Runnable work) {
        work.run();
    }
}
