package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A claim of the pack that is made of checks of the one-pager: it holds if all of them do. */
record FromPosture(
        String id, String title, Duration shelfLife, String command, List<String> of, Supplier<List<Artifact>> more)
        implements PackCheck {

    @Override
    public Found check(Tenant tenant, List<PostureClaim> posture, Instant now) {
        var parts = posture.stream().filter(claim -> of.contains(claim.id())).toList();
        var artifacts = new ArrayList<Artifact>();
        parts.forEach(part -> artifacts.add(new Artifact(part.title(), part.checkedHow(), part.evidence())));
        artifacts.addAll(more.get());
        boolean holds = parts.size() == of.size() && parts.stream().allMatch(part -> part.verdict() == Verdict.HOLDS);
        return Found.now(
                holds,
                parts.stream()
                        .map(part -> part.title() + ": " + part.verdict().word() + ". " + part.finding())
                        .collect(Collectors.joining(" ")),
                now,
                artifacts);
    }
}
