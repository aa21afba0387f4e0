package io.switchboard.control.bundles;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.BundleProblem;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PastDecisions;
import io.switchboard.control.policy.PolicyNode;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.control.policy.ShadowFigures;
import io.switchboard.control.policy.Standing;
import io.switchboard.control.policy.WhatIf;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** The policies for whoever looks at them on the platform. Looking leaves no receipt. */
@Service
public class BundleDesk {

    public static final ActionId VIEW = new ActionId("policy.view");

    private final Viewing viewing;
    private final PolicyVersions versions;
    private final Simulations simulations;
    private final ShadowFigures shadows;
    private final PastDecisions past;
    private final WhatIf whatIf;
    private final PolicyNode node;
    private final PlatformTenant platform;

    BundleDesk(
            Viewing viewing,
            PolicyVersions versions,
            Simulations simulations,
            ShadowFigures shadows,
            PastDecisions past,
            WhatIf whatIf,
            PolicyNode node,
            PlatformTenant platform) {
        this.viewing = viewing;
        this.versions = versions;
        this.simulations = simulations;
        this.shadows = shadows;
        this.past = past;
        this.whatIf = whatIf;
        this.node = node;
        this.platform = platform;
    }

    /** Whether policies are managed in this tenant. */
    public boolean isHere(TenantId tenant) {
        return platform.is(tenant);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, BundleChanges.VERSION);
    }

    /** The decision that stands against proposing a version; empty for whoever may. */
    public Optional<Decision> againstProposing(Caller caller) {
        return viewing.against(caller, BundleChanges.PROPOSE, BundleChanges.VERSION);
    }

    private boolean sees(Caller caller) {
        viewing.require(caller, VIEW, BundleChanges.VERSION);
        return isHere(caller.tenant());
    }

    /** The newest first. */
    public List<PolicyVersion> list(Caller caller) {
        return sees(caller) ? versions.all() : List.of();
    }

    public Optional<PolicyVersion> find(Caller caller, int number) {
        return sees(caller) ? versions.find(number) : Optional.empty();
    }

    public Optional<PolicyVersion> active(Caller caller) {
        return sees(caller) ? versions.active() : Optional.empty();
    }

    /** Which version is in force, and which in shadow. */
    public Standing standing(Caller caller) {
        viewing.require(caller, VIEW, BundleChanges.VERSION);
        return versions.standing();
    }

    /** The version that is evaluated beside the active one. */
    public Optional<PolicyVersion> shadow(Caller caller) {
        return sees(caller) ? versions.standing().shadow().flatMap(versions::find) : Optional.empty();
    }

    /** All that stands against saving these files. */
    public List<BundleProblem> problems(Caller caller, BundleFiles files) {
        return sees(caller) ? whatIf.problems(files) : List.of();
    }

    /** Actions that this portal's own files know and the active version does not: it denies them. */
    public List<ActionId> unknownActions(Caller caller) {
        if (!sees(caller)) {
            return List.of();
        }
        var known = versions.active().map(active -> whatIf.actions(active.files()));
        return versions.all().stream()
                .filter(PolicyVersion::ofRelease)
                .findFirst()
                .filter(_ -> known.isPresent())
                .map(release -> new TreeSet<>(whatIf.actions(release.files())))
                .map(actions -> {
                    actions.removeAll(known.orElseThrow());
                    return actions.stream().map(ActionId::new).toList();
                })
                .orElse(List.of());
    }

    /** Why everything is denied on this node; empty while all is well. */
    public Optional<String> problem() {
        return node.problem();
    }

    /** The latest of a version; one that was done against another active version is no use for an activation. */
    public Optional<Simulation> simulation(Caller caller, int number) {
        return sees(caller) ? simulations.latest(number) : Optional.empty();
    }

    public Optional<Simulation> simulation(Caller caller, SimulationId id) {
        return sees(caller) ? simulations.find(id) : Optional.empty();
    }

    public List<Flip> flips(Caller caller, SimulationId id) {
        return sees(caller) ? simulations.flips(id) : List.of();
    }

    /** What was asked in a flip's sample: canonical JSON without ids. */
    public Optional<PastDecisions.Kept> sample(Caller caller, Flip flip) {
        return sees(caller) ? past.kept(flip.tenant(), flip.sample()) : Optional.empty();
    }

    public List<ShadowFigures.Figure> shadowFigures(Caller caller, int number) {
        return sees(caller) ? shadows.of(number) : List.of();
    }
}
