package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every committed import is named by an allowed receipt, and there is one for each change of the settings: counted from the changes' side. */
final class NoChangeAroundPolicy implements PostureCheck {

    private static final ActionId COMMIT = new ActionId("imports.commit");
    private static final ActionId CONFIGURE = new ActionId("administration.configure-tenant");

    private final Function<TenantId, List<ImportId>> committed;
    private final ReceiptAudit receipts;

    NoChangeAroundPolicy(Function<TenantId, List<ImportId>> committed, ReceiptAudit receipts) {
        this.committed = committed;
        this.receipts = receipts;
    }

    @Override
    public String id() {
        return "no-change-around-policy";
    }

    @Override
    public String title() {
        return "No change went around policy";
    }

    @Override
    public String checkedHow() {
        return "Each committed import was looked for among the receipts of allowed commits; changes of settings were counted against theirs."
                + " Yourself: receipts of imports.commit name their import; the digest is of the list of imports.";
    }

    @Override
    public Finding check(Tenant tenant, Instant now) {
        var imports = committed.apply(tenant.id());
        var proven = named(tenant.id());
        var unproven =
                imports.stream().filter(id -> !proven.contains("import/" + id)).toList();
        long receipted = receipts.count(tenant.id(), allowed(CONFIGURE));
        if (imports.isEmpty() && tenant.version() == 0) {
            return Finding.nothingToLookAt(
                    "No import was committed and no setting changed yet, so there is nothing that could prove it.",
                    Map.of("committedImports", 0L, "settingsChanges", 0L));
        }
        var figures = Map.of(
                "committedImports",
                (long) imports.size(),
                "importsWithReceipt",
                (long) imports.size() - unproven.size(),
                "settingsChanges",
                (long) tenant.version(),
                "settingsReceipts",
                receipted);
        var evidence = new Lines();
        imports.forEach(id -> evidence.add(id.value()));
        evidence.add(String.valueOf(tenant.version()));
        return problem(imports, unproven, tenant.version(), receipted)
                .map(why -> Finding.notProven(why, figures, evidence.digest()))
                .orElseGet(() -> Finding.holds(words(imports.size(), tenant.version()), figures, evidence.digest()));
    }

    private Set<String> named(TenantId tenant) {
        try (var signed = receipts.signed(tenant, allowed(COMMIT))) {
            return signed.filter(receipt -> receipt.outcome() == Outcome.ALLOWED
                            && receipt.action().equals(COMMIT))
                    .flatMap(receipt -> receipt.subjects().stream())
                    .collect(Collectors.toSet());
        }
    }

    private static ReceiptFilter allowed(ActionId action) {
        return new ReceiptFilter(
                Optional.of(action),
                Optional.of(Outcome.ALLOWED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> problem(
            List<ImportId> imports, List<ImportId> unproven, long changes, long receipted) {
        if (!unproven.isEmpty()) {
            return Optional.of(Words.of(unproven.size(), imports.size(), "committed imports")
                    + " have no receipt of an allowed commit. The first is " + unproven.getFirst() + ".");
        }
        if (receipted < changes) {
            return Optional.of("The settings changed " + Words.count(changes, "time", "times")
                    + "; there are receipts of " + Words.count(receipted, "allowed change", "allowed changes") + ".");
        }
        return Optional.empty();
    }

    private static String words(long imports, long changes) {
        return Words.count(imports, "committed import", "committed imports") + " and "
                + Words.count(changes, "change", "changes")
                + " of the tenant's settings: each has the receipt of an allowed action.";
    }
}
