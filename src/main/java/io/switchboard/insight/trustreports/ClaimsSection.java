package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.PostureClaim;
import io.switchboard.insight.assurance.PostureClaims;
import io.switchboard.insight.assurance.Verdict;
import io.switchboard.insight.assurance.Words;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The policy bypass check and its neighbours, run for the report over all records there are. */
@Component
@Order(7)
class ClaimsSection implements SectionSource {

    private final PostureClaims claims;

    ClaimsSection(PostureClaims claims) {
        this.claims = claims;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var found = claims.of(tenant);
        long hold = found.stream().filter(ClaimsSection::holds).count();
        return Section.of(
                        "policy-bypass",
                        "Policy bypass check",
                        hold == found.size() ? Section.State.AS_IT_SHOULD_BE : Section.State.LOOK,
                        Words.number(hold) + " of " + Words.number(found.size())
                                + " checks of the tenant's own records hold. A check that fails is not proven.",
                        found.stream().map(ClaimsSection::measure).toList())
                .with(new Details(
                        "What the checks looked at",
                        List.of("Check", "Verdict", "Found", "SHA-256 of what it looked at"),
                        found.stream().map(ClaimsSection::row).toList(),
                        found.size()));
    }

    private static boolean holds(PostureClaim claim) {
        return claim.verdict() == Verdict.HOLDS;
    }

    private static Measure measure(PostureClaim claim) {
        return new Measure(
                claim.id(),
                claim.title(),
                new Reading.Said(claim.verdict().word()),
                new Reading.NotRecorded(),
                claim.checkedHow());
    }

    private static List<String> row(PostureClaim claim) {
        return List.of(
                claim.title(),
                claim.verdict().word(),
                claim.finding(),
                claim.evidence().map(Sha256::hex).orElse("nothing"));
    }
}
