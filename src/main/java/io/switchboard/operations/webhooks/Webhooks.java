package io.switchboard.operations.webhooks;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.outbound.OutboundException;
import io.switchboard.platform.outbound.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** A tenant's endpoints: registered and removed under policy. The secret of one is answered once, when it is made. */
@Service
public class Webhooks {

    public static final ActionId VIEW = new ActionId("webhooks.view");
    public static final ActionId REGISTER = new ActionId("webhooks.register");
    public static final ActionId ROTATE = new ActionId("webhooks.rotate-secret");
    public static final ActionId REMOVE = new ActionId("webhooks.remove");

    public static final ActionId ALLOW_HOSTS = new ActionId("webhooks.allow-hosts");

    static final String RESOURCE = "Webhook";

    /** How long the secret before a rotation signs as well. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int MOST = 20;
    private static final int MOST_HOSTS = 50;
    private static final int LONGEST = 2000;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final EndpointRows rows;
    private final Reach reach;
    private final AllowedHosts hosts;
    private final Clock clock;

    Webhooks(
            EnforcementPoint enforcement,
            Viewing viewing,
            EndpointRows rows,
            Reach reach,
            AllowedHosts hosts,
            Clock clock) {
        this.hosts = hosts;
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.reach = reach;
        this.clock = clock;
    }

    /** An endpoint and what signs its messages, which nobody is shown again. */
    public record Registered(Endpoint endpoint, SigningSecret secret) {}

    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    public List<Endpoint> list(Caller caller) {
        viewing.require(caller, VIEW, RESOURCE);
        return rows.all(caller.tenant());
    }

    public Enforced<Registered> register(Caller caller, EndpointName name, String address) {
        return enforcement.perform(action(caller, REGISTER, name), () -> {
            requireReachable(caller.tenant(), address.strip());
            require(
                    rows.all(caller.tenant()).size() < MOST,
                    "too-many",
                    "A tenant has at most " + MOST + " endpoints.");
            var pair = SigningKey.random();
            var endpoint = Endpoint.of(name, address.strip(), clock.instant(), SigningKey.written(pair.publicKey()));
            var secret = SigningSecret.random();
            require(
                    rows.add(caller.tenant(), endpoint, secret, pair),
                    "name-taken",
                    "There is an endpoint " + name + " already. Choose another name.");
            return Effect.of(new Registered(endpoint, secret), subject(name))
                    .withFacts(key(endpoint))
                    .withDisclosures(Map.of("address", endpoint.address()));
        });
    }

    private void requireReachable(TenantId tenant, String address) {
        require(address.length() <= LONGEST, "address-too-long", "An address has at most " + LONGEST + " characters.");
        try {
            reach.check("The endpoint", address);
            hosts.require(tenant, "The endpoint", address);
        } catch (OutboundException e) {
            throw new ChangeFailure(e.code(), e.sentence());
        }
    }

    /** A new secret, at once; the former one signs as well for a day, so that the receiver has time to take the new one. Empty where the tenant has none of this name. */
    public Optional<Enforced<Registered>> rotate(Caller caller, EndpointName name) {
        return rows.find(caller.tenant(), name)
                .map(_ -> enforcement.perform(action(caller, ROTATE, name), () -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var until = now.plus(OVERLAP);
                    var next = SigningSecret.random();
                    var pair = SigningKey.random();
                    require(
                            rows.rotate(caller.tenant(), name, next, pair, now, until),
                            "gone",
                            "Somebody else has removed it already.");
                    var endpoint = rows.find(caller.tenant(), name).orElseThrow();
                    return Effect.of(new Registered(endpoint, next), subject(name))
                            .withFacts(Map.of(
                                    "formerUntil", until.toString(),
                                    "publicKey", endpoint.publicKey().orElseThrow()));
                }));
    }

    /** Empty where the tenant has none of this name. */
    public Optional<Enforced<Endpoint>> remove(Caller caller, EndpointName name) {
        return rows.find(caller.tenant(), name)
                .map(endpoint -> enforcement.perform(action(caller, REMOVE, name), () -> {
                    require(rows.remove(caller.tenant(), name), "gone", "Somebody else has removed it already.");
                    return Effect.of(endpoint, subject(name)).withDisclosures(Map.of("address", endpoint.address()));
                }));
    }

    public List<HostPattern> allowedHosts(Caller caller) {
        viewing.require(caller, VIEW, RESOURCE);
        return hosts.of(caller.tenant());
    }

    /** From now on the portal sends to these hosts of the tenant only; none lets it send to every host in reach. What is registered already and not among them is refused when it is sent to. */
    public Enforced<Set<HostPattern>> allowHosts(Caller caller, Set<HostPattern> allowed) {
        return enforcement.perform(
                GovernedAction.of(caller, ALLOW_HOSTS, ResourceRef.of(RESOURCE, "allowed-hosts")), () -> {
                    require(allowed.size() <= MOST_HOSTS, "too-many", "The list has at most " + MOST_HOSTS + " hosts.");
                    var before = Set.copyOf(hosts.of(caller.tenant()));
                    hosts.put(caller.tenant(), allowed);
                    return Effect.of(allowed, Subject.atVersion(RESOURCE, "allowed-hosts", 1))
                            .withFacts(Map.of("hosts", (long) allowed.size(), "before", (long) before.size()))
                            .withDisclosures(Map.of(
                                    "hosts", AllowedHosts.words(allowed),
                                    "before", AllowedHosts.words(before)));
                });
    }

    private static Map<String, Object> key(Endpoint endpoint) {
        return Map.of("publicKey", endpoint.publicKey().orElseThrow());
    }

    static GovernedAction action(Caller caller, ActionId action, EndpointName name) {
        return GovernedAction.of(caller, action, ResourceRef.of(RESOURCE, name.value()));
    }

    static Subject subject(EndpointName name) {
        return Subject.atVersion(RESOURCE, name.value(), 1);
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
