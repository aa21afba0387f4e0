package io.switchboard.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.switchboard.kernel.CorrelationId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracingCorrelationsTest {

    private static final CorrelationId ASKED = new CorrelationId("4bf92f3577b34da6a3ce929d0e0e4736");

    private final OtelTracer tracer =
            new OtelTracer(SdkTracerProvider.builder().build().get("test"), new OtelCurrentTraceContext(), event -> {});
    private final TracingCorrelations correlations = new TracingCorrelations(tracer);

    @Test
    void isTheCurrentTraceId() {
        var span = tracer.nextSpan().start();
        try (var _ = tracer.withSpan(span)) {
            assertThat(correlations.current().value()).isEqualTo(span.context().traceId());
        } finally {
            span.end();
        }
    }

    @Test
    void isFreshWhereNothingIsTraced() {
        assertThat(correlations.current()).isNotEqualTo(correlations.current());
    }

    @Test
    void runsBackgroundWorkUnderTheTraceThatAskedForIt() {
        correlations.run(ASKED, () -> {
            assertThat(correlations.current()).isEqualTo(ASKED);
            assertThat(trace().traceId()).isEqualTo(ASKED.value());
            assertThat(MDC.get("traceId")).isEqualTo(ASKED.value());
        });
        assertThat(MDC.get("traceId")).isNull();
        assertThat(tracer.currentTraceContext().context()).isNull();
    }

    @Test
    void keepsTheSpanThatIsAlreadyOfThatTrace() {
        correlations.run(ASKED, () -> {
            var span = trace().spanId();
            assertThat(correlations.<String>call(ASKED, () -> trace().spanId())).isEqualTo(span);
        });
    }

    @Test
    void cleansUpAfterWorkThatThrows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> correlations.run(ASKED, () -> {
                    throw new IllegalStateException("boom");
                }));
        assertThat(MDC.get("traceId")).isNull();
        assertThat(correlations.current()).isNotEqualTo(ASKED);
    }

    @Test
    void holdsTheIdWithTracingSwitchedOff() {
        var untraced = new TracingCorrelations(Tracer.NOOP);
        untraced.run(ASKED, () -> assertThat(untraced.current()).isEqualTo(ASKED));
        assertThat(untraced.current()).isNotEqualTo(ASKED);
    }

    private TraceContext trace() {
        return Objects.requireNonNull(tracer.currentTraceContext().context());
    }
}
