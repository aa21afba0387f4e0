package io.switchboard.insight.trustcentre;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whether a tenant's trust centre is open, what it says, what it lists and under which terms. Off until a partner-admin opens it. */
@Service
public class TrustCentre {

    public static final ActionId VIEW = new ActionId("trustcentre.view");
    public static final ActionId CONFIGURE = new ActionId("trustcentre.configure");

    public static final int LONGEST_WELCOME = 2_000;
    public static final int LONGEST_TERMS = 10_000;

    static final String CENTRE = "TrustCentre";

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final CentreRows rows;
    private final Shelf shelf;

    TrustCentre(EnforcementPoint enforcement, Viewing viewing, CentreRows rows, Shelf shelf) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.shelf = shelf;
    }

    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, CENTRE);
    }

    public CentreSettings settings(Caller caller) {
        viewing.require(caller, VIEW, CENTRE);
        return rows.of(caller.tenant());
    }

    /** A version of the terms, the one in force or one from before. */
    public Optional<Terms> terms(Caller caller, int version) {
        viewing.require(caller, VIEW, CENTRE);
        return rows.terms(caller.tenant(), version);
    }

    /** For anybody, without a sign-in; empty where it is closed. */
    public Optional<CentreSettings> open(TenantId tenant) {
        return Optional.of(rows.of(tenant)).filter(CentreSettings::open);
    }

    /** Why the tenant has nothing to hand out of that kind now; empty where it has. */
    public Optional<String> unavailable(TenantId tenant, TrustDocument document) {
        return shelf.unavailable(tenant, document);
    }

    /** {@code version} is that of the settings that were seen. Other words in the terms are their next version, which everybody accepts anew. */
    public Enforced<CentreSettings> configure(Caller caller, CentreSettings.Draft draft, int version) {
        return enforcement.perform(GovernedAction.of(caller, CONFIGURE, ResourceRef.of(CENTRE, "centre")), () -> {
            check(draft);
            var before = rows.locked(caller.tenant());
            require(before.version() == version, "changed-meanwhile", CHANGED);
            var after = new CentreSettings(
                    draft.open(), draft.welcome(), draft.listed(), terms(before.terms(), draft.terms()), version + 1);
            if (after.terms().version() > before.terms().version()) {
                rows.add(caller.tenant(), after.terms());
            }
            require(rows.put(caller.tenant(), after), "changed-meanwhile", CHANGED);
            return Effect.of(after, Subject.atVersion(CENTRE, "centre", after.version()), subject(after.terms()))
                    .withFacts(facts(after));
        });
    }

    private static final String CHANGED = "Somebody else changed the trust centre meanwhile. Look at it again.";

    static Subject subject(Terms terms) {
        return new Subject("Terms", "terms-" + terms.version(), terms.digest());
    }

    private static Terms terms(Terms before, String text) {
        return before.version() > 0 && before.text().equals(text) ? before : new Terms(before.version() + 1, text);
    }

    private static void check(CentreSettings.Draft draft) {
        require(
                draft.welcome().length() <= LONGEST_WELCOME,
                "bad-welcome",
                "The welcome has at most " + LONGEST_WELCOME + " characters. Shorten it.");
        require(
                draft.terms().length() <= LONGEST_TERMS,
                "bad-terms",
                "The terms have at most " + LONGEST_TERMS + " characters. Shorten them.");
        require(
                !draft.open() || !draft.welcome().isEmpty(),
                "no-welcome",
                "A trust centre that is open says whose it is. Write its welcome.");
        require(
                !draft.open() || !draft.terms().isEmpty(),
                "no-terms",
                "Nothing is handed out without terms. Write them before you open the trust centre.");
        require(
                !draft.open() || !draft.listed().isEmpty(),
                "nothing-listed",
                "A trust centre that is open lists at least one document. Choose which.");
    }

    private static Map<String, Object> facts(CentreSettings settings) {
        var facts = new HashMap<String, Object>();
        for (var document : TrustDocument.values()) {
            facts.put(document.wire(), settings.listed().contains(document));
        }
        facts.put("open", settings.open());
        facts.put("termsVersion", (long) settings.terms().version());
        return facts;
    }

    static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
