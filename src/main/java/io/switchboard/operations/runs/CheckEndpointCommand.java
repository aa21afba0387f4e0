package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.outbound.Download;
import io.switchboard.platform.outbound.Downloads;
import io.switchboard.platform.outbound.OutboundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks an address of the tenant's whether it answers. The portal reaches no further for it than its settings allow, follows no redirect and keeps nothing of the content. */
@Component
class CheckEndpointCommand implements Command {

    static final String ID = "http.check";
    private static final ActionId CHECK = new ActionId("endpoints.check");
    private static final long MOST_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Downloads downloads;

    CheckEndpointCommand(EnforcementPoint enforcement, PolicyDecisionPoint policy, Downloads downloads) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.downloads = downloads;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Check an endpoint";
    }

    @Override
    public String sentence() {
        return "Sends a GET to an address and says whether it answers with 200 within ten seconds.";
    }

    @Override
    public String blastRadius() {
        return "One GET to the address, without credentials. Nothing here.";
    }

    @Override
    public boolean isIdempotent() {
        return true;
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.required("url", "Address, in full"));
    }

    /** The call is made outside of every transaction, and only where policy lets the caller make it. */
    @Override
    public Enforced<Map<String, String>> run(Invocation invocation) {
        var action = GovernedAction.of(invocation.caller(), CHECK, ResourceRef.of("Command", ID));
        var governed = invocation.parent().map(action::withParent).orElse(action);
        var url = invocation.text("url");
        Supplier<Effect<Map<String, String>>> found =
                policy.decide(governed.request()).allowed() ? asked(url) : () -> effect(url, Map.of());
        return enforcement.perform(governed, found);
    }

    private Supplier<Effect<Map<String, String>>> asked(String url) {
        long start = System.nanoTime();
        try {
            downloads.fetch(
                    new Download("The endpoint", url, Map.of(), MOST_BYTES, PATIENCE), OutputStream.nullOutputStream());
            var millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            return () -> effect(
                    url,
                    Map.of(
                            "status",
                            "200",
                            "millis",
                            String.valueOf(millis),
                            "says",
                            "It answered with 200 after " + millis + " ms."));
        } catch (OutboundException e) {
            return () -> {
                throw new ChangeFailure(e.code(), e.sentence());
            };
        } catch (IOException e) {
            return () -> {
                throw new ChangeFailure("unreachable", "The endpoint broke off. Check whether it answers.");
            };
        }
    }

    private static Effect<Map<String, String>> effect(String url, Map<String, String> outputs) {
        var effect = Effect.of(outputs, new Subject("endpoint", "url", Sha256.of(url)))
                .withDisclosures(Map.of("url", url));
        return outputs.isEmpty()
                ? effect
                : effect.withFacts(Map.of("status", 200L, "millis", Long.valueOf(outputs.get("millis"))));
    }
}
