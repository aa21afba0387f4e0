package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.switchboard.insight.assurance.PostureClaim;
import io.switchboard.insight.assurance.Verdict;
import io.switchboard.platform.components.Counts;
import java.time.Clock;
import java.util.List;

/** All claims, and how many of them hold. */
final class ClaimList extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Clock clock;

    ClaimList(Clock clock) {
        this.clock = clock;
        addClassName("claims");
    }

    void show(List<PostureClaim> claims) {
        removeAll();
        add(new H2("What is proven"), counts(claims));
        claims.forEach(claim -> add(new ClaimCard(claim, clock)));
    }

    private static Counts counts(List<PostureClaim> claims) {
        var counts = new Counts();
        for (var verdict : Verdict.values()) {
            counts.with(
                    ClaimCard.tone(verdict),
                    claims.stream().filter(claim -> claim.verdict() == verdict).count(),
                    verdict == Verdict.HOLDS ? "hold" : verdict.word());
        }
        return counts;
    }
}
