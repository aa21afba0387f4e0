package io.switchboard.control.flags;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Value;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers OpenFeature from what this node knows. The targeting key is a tenant's id. Every flag is boolean. */
final class FlagProvider implements FeatureProvider {

    private final KnownFlags known;

    FlagProvider(KnownFlags known) {
        this.known = known;
    }

    @Override
    public Metadata getMetadata() {
        return () -> "switchboard";
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(
            String key, Boolean fallback, @Nullable EvaluationContext context) {
        if (known.snapshot().isEmpty()) {
            return error(fallback, ErrorCode.PROVIDER_NOT_READY, "The flag store could not be read since the start.");
        }
        var tenant = Optional.ofNullable(context)
                .flatMap(given -> Optional.ofNullable(given.getTargetingKey()))
                .filter(TenantId::isValid);
        if (tenant.isEmpty()) {
            return error(fallback, ErrorCode.TARGETING_KEY_MISSING, "The targeting key is the id of a tenant, ten_….");
        }
        return Optional.of(key)
                .filter(FlagKey::isValid)
                .flatMap(valid -> known.evaluate(new FlagKey(valid), new TenantId(tenant.get())))
                .map(FlagProvider::found)
                .orElseGet(() -> error(fallback, ErrorCode.FLAG_NOT_FOUND, "There is no flag " + key + "."));
    }

    private static ProviderEvaluation<Boolean> found(Evaluation evaluation) {
        var metadata = ImmutableMetadata.builder();
        evaluation.metadata().forEach((name, value) -> {
            switch (value) {
                case Integer number -> metadata.addInteger(name, number);
                default -> metadata.addString(name, value.toString());
            }
        });
        return ProviderEvaluation.<Boolean>builder()
                .value(evaluation.value())
                .variant(evaluation.variant())
                .reason(evaluation.reason().name())
                .flagMetadata(metadata.build())
                .build();
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(
            String key, String fallback, @Nullable EvaluationContext context) {
        return mismatch(fallback);
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(
            String key, Integer fallback, @Nullable EvaluationContext context) {
        return mismatch(fallback);
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(
            String key, Double fallback, @Nullable EvaluationContext context) {
        return mismatch(fallback);
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(
            String key, Value fallback, @Nullable EvaluationContext context) {
        return mismatch(fallback);
    }

    private static <T> ProviderEvaluation<T> mismatch(T fallback) {
        return error(fallback, ErrorCode.TYPE_MISMATCH, "Every flag here is boolean.");
    }

    private static <T> ProviderEvaluation<T> error(T fallback, ErrorCode code, String message) {
        return ProviderEvaluation.<T>builder()
                .value(fallback)
                .reason(Reason.ERROR.name())
                .errorCode(code)
                .errorMessage(message)
                .build();
    }
}
