package io.switchboard.journeys;

import com.microsoft.playwright.Page;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.insight.roadmap.RoadmapChanges;
import io.switchboard.insight.success.Period;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.Board;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every view that the portal registers, with something on it: usable on a phone, by keyboard alone, and without a violation that axe finds at either width. Minutes long, and so not part of every build. */
@Tag("long")
class EveryViewJourney extends Journey {

    @Test
    void everyViewOfATenantIsUsableOnAPhoneByKeyboardAndByAssistiveTechnology() {
        var things = TenantThings.of(portal(), "acme", "ada");
        signIn(page(), "acme", "ada");
        walk(page(), Addresses.tenantViews(portal()), "acme", things);
    }

    @Test
    void everyViewOfThePlatformIsUsableOnAPhoneByKeyboardAndByAssistiveTechnology() {
        var things = ofThePlatform();
        signIn(page(), "platform", "pam");
        walk(page(), Addresses.platformViews(portal()), "platform", things);
    }

    private void walk(Page page, List<String> views, String tenant, TenantThings things) {
        var found = new SoftAssertions();
        for (var view : views) {
            open(page, things.fill(view.replaceFirst(":tenant", tenant)));
            new Walk(page, view).into(found);
        }
        found.assertAll();
    }

    private TenantThings ofThePlatform() {
        var acme = TenantThings.of(portal(), "acme", "ada");
        var pam = TenantThings.caller(portal(), "platform", "pam");
        var ids = new HashMap<>(
                Map.of("flag", flag(), "pilot", "acme", "item", item(pam), "issue", issue(pam), "version", "1"));
        acme.ids().forEach(ids::putIfAbsent);
        return new TenantThings(Map.copyOf(ids));
    }

    private String flag() {
        var root = TenantThings.caller(portal(), "platform", "root");
        var key = new FlagKey("f-" + UUID.randomUUID());
        portal().bean(FlagChanges.class).create(root, key, new FlagDraft("A flag", Optional.empty(), false));
        return key.value();
    }

    private String item(Caller pam) {
        var changes = portal().bean(RoadmapChanges.class);
        var raised = ((Enforced.Done<Item>) changes.raise(pam, "An item", Period.WEEK, Optional.empty())).value();
        // Deferred, so that it stands in no other journey's way.
        changes.defer(pam, raised.id(), raised.version(), "Nobody asked for it.");
        return raised.id().value();
    }

    /** What ada said hurts. */
    private String issue(Caller pam) {
        return portal().bean(Board.class).ranked(pam, Set.of()).getFirst().id().value();
    }
}
