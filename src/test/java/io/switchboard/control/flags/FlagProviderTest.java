package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlagProviderTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T10:00:00Z");

    private final SteppedClock clock = new SteppedClock(BEGIN);
    private final FlagsKit kit = new FlagsKit(clock);

    private FlagEvaluationDetails<Boolean> ask(TenantId tenant, boolean fallback) {
        return kit.openFeature.getBooleanDetails("new-diff", fallback, new ImmutableContext(tenant.value()));
    }

    @Test
    void answersOpenFeatureWithValueVariantReasonAndMetadata() {
        kit.created();
        kit.ruled(new Rule(new Target.OneTenant(kit.acme), true));
        var acme = ask(kit.acme, false);
        assertThat(acme.getValue()).isTrue();
        assertThat(acme.getVariant()).isEqualTo("on");
        assertThat(acme.getReason()).isEqualTo("TARGETING_MATCH");
        assertThat(acme.getErrorCode()).isNull();
        assertThat(acme.getFlagMetadata().getInteger("version")).isEqualTo(2);
        assertThat(acme.getFlagMetadata().getString("rule")).isEqualTo("tenant:" + kit.acme);
        assertThat(ask(kit.globex, true).getValue()).isFalse();
        assertThat(ask(kit.globex, true).getReason()).isEqualTo("DEFAULT");
        kit.ruled(new Rule(new Target.Share(100), true));
        assertThat(ask(kit.globex, false).getReason()).isEqualTo("SPLIT");
        kit.done(kit.changes.kill(kit.root, FlagsKit.KEY, "It burns.").orElseThrow());
        assertThat(ask(kit.acme, true).getReason()).isEqualTo("DISABLED");
        assertThat(ask(kit.acme, true).getValue()).isFalse();
    }

    @Test
    void givesTheCallersDefaultWhereThereIsNoAnswer() {
        kit.created();
        var unknown = kit.openFeature.getBooleanDetails("Not A Key", true, new ImmutableContext(kit.acme.value()));
        assertThat(unknown.getValue()).isTrue();
        assertThat(unknown.getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertThat(kit.openFeature.getBooleanDetails("new-diff", true).getErrorCode())
                .isEqualTo(ErrorCode.TARGETING_KEY_MISSING);
        var text = kit.openFeature.getStringDetails("new-diff", "mine", new ImmutableContext(kit.acme.value()));
        assertThat(text.getValue()).isEqualTo("mine");
        assertThat(text.getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(text.getReason()).isEqualTo("ERROR");
    }

    @Test
    void servesTheLastKnownValuesAsStaleWhileTheStoreIsAway() {
        kit.created();
        kit.ruled(new Rule(new Target.OneTenant(kit.acme), true));
        kit.away = true;
        clock.pass(Duration.ofSeconds(3));
        kit.known.refresh();
        var stale = ask(kit.acme, false);
        assertThat(stale.getValue()).isTrue();
        assertThat(stale.getReason()).isEqualTo("STALE");
        assertThat(stale.getFlagMetadata().getString("lastReason")).isEqualTo("TARGETING_MATCH");
        assertThat(kit.desk.staleSince()).contains(BEGIN);
        assertThat(kit.desk.now(kit.pam).flags()).hasSize(1);
        kit.away = false;
        kit.known.refresh();
        assertThat(ask(kit.acme, false).getReason()).isEqualTo("TARGETING_MATCH");
        assertThat(kit.desk.staleSince()).isEmpty();
    }

    @Test
    void isStaleAsWellWhereLookingHangsForTenSeconds() {
        kit.created();
        clock.pass(KnownFlags.OLD.plusSeconds(1));
        assertThat(ask(kit.acme, false).getReason()).isEqualTo("STALE");
        kit.known.refresh();
        assertThat(ask(kit.acme, false).getReason()).isEqualTo("DEFAULT");
    }

    @Test
    void aNodeThatCouldNeverReadTheStoreGivesTheCallersDefaultAndRecovers() {
        kit.created();
        kit.away = true;
        var node = kit.node();
        OpenFeatureAPI api = new FlagConfiguration().openFeature(node);
        var context = new ImmutableContext(kit.acme.value());
        var got = api.getClient().getBooleanDetails("new-diff", true, context);
        assertThat(got.getValue()).isTrue();
        assertThat(got.getErrorCode()).isEqualTo(ErrorCode.PROVIDER_NOT_READY);
        kit.away = false;
        node.refresh();
        assertThat(api.getClient().getBooleanDetails("new-diff", true, context).getValue())
                .isFalse();
        api.shutdown();
    }
}
