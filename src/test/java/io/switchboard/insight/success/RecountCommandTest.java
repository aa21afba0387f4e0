package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.runs.Command;
import io.switchboard.operations.runs.Commands;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecountCommandTest extends SignedInViewTest {

    private Enforced<Map<String, String>> recount(Caller caller) {
        return bean(Commands.class)
                .find("success.recount")
                .orElseThrow()
                .run(new Command.Invocation(caller, Optional.empty(), Map.of()));
    }

    private Caller caller(String tenant, String user) {
        var member = signedIn(tenant, user);
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }

    @Test
    void comesToTheSameSumsFromTheLogAndLeavesAReceipt() {
        var ada = caller("acme", "ada");
        long before = recounts(ada.tenant());
        var opening = new IncidentChanges.Opening("Slow", Optional.empty(), Optional.empty(), "", Optional.empty());
        assertThat(bean(IncidentChanges.class).open(ada, opening)).isInstanceOf(Enforced.Done.class);
        var cases = cases(ada.tenant());
        assertThat(cases).isNotEmpty();
        var ended = recount(ada);
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        assertThat(((Enforced.Done<Map<String, String>>) ended).value().get("says"))
                .endsWith("receipts of the log were counted again.");
        assertThat(cases(ada.tenant())).isEqualTo(cases);
        assertThat(recounts(ada.tenant())).isEqualTo(before + 1);
    }

    /** What is looked at one by one; nobody adds to it while the test runs. */
    private List<Map<Page.CaseId, Page.Case>> cases(TenantId tenant) {
        return bean(Bookkeeping.class).read(tenant, LocalDate.EPOCH).pages.values().stream()
                .map(Page::cases)
                .filter(cases -> !cases.isEmpty())
                .toList();
    }

    private long recounts(TenantId tenant) {
        return bean(ReceiptQuery.class)
                .list(tenant, ReceiptFilter.allowed(SuccessDesk.RECOUNT), Optional.empty(), 1)
                .total();
    }

    @Test
    void isRefusedToWhoeverMayOnlyEvaluate() {
        assertThat(recount(caller("acme", "eve"))).isInstanceOf(Enforced.Refused.class);
    }
}
