package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The module's services for tests of its parts, on a database, a clock and a policy of the test's choice. */
public final class ImportsKit {

    private final TestEnforcement enforcement;
    private final TestReceipts receipts = new TestReceipts();
    private final TestImports module;
    private final ImportService service;

    /** {@code listener} hears of receipts in the transaction that left them. */
    public ImportsKit(DataSource database, Clock clock, Consumer<ActionReceipted> listener) {
        var transactions = new JdbcTransactionManager(database);
        enforcement = new TestEnforcement(transactions);
        module = new TestImports(database, transactions, enforcement, event -> {}, clock, 100_000);
        service = module.service();
        enforcement.listener = enforcement.listener.andThen(listener);
    }

    public ImportService service() {
        return service;
    }

    public ImportAccess access() {
        return module.access();
    }

    public SavedMappings mappings() {
        return module.mappings();
    }

    public ImportKinds kinds() {
        return new ImportKinds(module.targets());
    }

    public EnforcementPoint enforcement() {
        return enforcement;
    }

    public void policy(Predicate<GovernedAction> policy) {
        enforcement.policy = policy;
    }

    public List<GovernedAction> asked() {
        return enforcement.asked;
    }

    /** Receipts of the portal's own. */
    public Receipts receipts() {
        return receipts;
    }

    public List<ReceiptDraft> ownReceipts() {
        return receipts.drafts;
    }
}
