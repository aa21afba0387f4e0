package io.switchboard.control.flags;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TestTenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;

/** The module on a real database, put together by hand: a platform, two tenants, and a store that can be taken away. */
final class FlagsKit {

    static final FlagKey KEY = new FlagKey("new-diff");
    static final FlagDraft DRAFT = new FlagDraft("The new diff", Optional.empty(), false);

    final SteppedClock clock;
    final EnforcementKit kit;
    final TenantId platform;
    final TenantId acme;
    final TenantId globex;
    final FlagRows rows;
    final PlatformTenant owner;
    final RampRows ramps;
    final KnownFlags known;
    final FlagDesk desk;
    final FlagChanges changes;
    final FlagWriting writing;
    final Caller root;
    final Caller pam;
    final Client openFeature;
    boolean away;

    private final FlagReceipts receipts;
    private int delivered;

    FlagsKit(SteppedClock clock) {
        this.clock = clock;
        kit = EnforcementKit.at(clock, "flags");
        platform = kit.tenant("platform").id();
        acme = kit.tenant("acme").id();
        globex = kit.tenant("globex").id();
        var tenants = TestTenants.on(kit.jdbc(), clock);
        owner = new PlatformTenant(tenants);
        rows = new FlagRows(kit.jdbc(), owner);
        known = node();
        desk = new FlagDesk(new Viewing(kit.policy()), known, rows, owner);
        writing = new FlagWriting(rows, clock);
        var members = TestMembers.on(kit.jdbc(), clock);
        ramps = new RampRows(kit.jdbc(), owner);
        changes = new FlagChanges(kit.enforcement(), writing, rows, ramps, known, owner, members, tenants);
        receipts = new FlagReceipts(rows, ramps, owner);
        root = member(members, "root", Role.PLATFORM_ADMIN);
        pam = member(members, "pam", Role.PM);
        var configuration = new FlagConfiguration();
        OpenFeatureAPI api = configuration.openFeature(known);
        openFeature = configuration.featureFlags(api);
    }

    private Caller member(Members members, String name, Role role) {
        var id = members.add(platform, name, name, "Person", Set.of(role));
        return new Caller(platform, Actor.user(id), Set.of(role));
    }

    /** What another node would know. */
    KnownFlags node() {
        return new KnownFlags(new Store(), clock);
    }

    Flag created() {
        return done(changes.create(root, KEY, DRAFT));
    }

    Flag ruled(Rule... rules) {
        var flag = rows.flag(KEY).orElseThrow();
        return done(changes.rule(root, KEY, flag.version(), List.of(rules), "").orElseThrow());
    }

    <T> T done(Enforced<T> ended) {
        deliver();
        return ((Enforced.Done<T>) ended).value();
    }

    static String code(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().code();
    }

    Evaluation evaluate(TenantId tenant) {
        return known.evaluate(KEY, tenant).orElseThrow();
    }

    /** What the portal's events do by themselves. */
    void deliver() {
        var events = kit.events();
        for (; delivered < events.size(); delivered++) {
            if (events.get(delivered) instanceof ActionReceipted done) {
                receipts.note(done);
            }
        }
    }

    private final class Store implements FlagStore {

        @Override
        public long revision() {
            requireThere();
            return rows.revision();
        }

        @Override
        public Snapshot load() {
            requireThere();
            return rows.load();
        }

        private void requireThere() {
            if (away) {
                throw new DataAccessResourceFailureException("the store is away");
            }
        }
    }
}
