package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the pages of one dry run, a few in a transaction, while the next ones are made: at most two such groups are in memory. */
@Component
class PageWriting {

    private static final int TOGETHER = 8;
    private static final String HOLD =
            "INSERT INTO import_held (tenant_id, import_id, row_no, natural_key, outcome) VALUES (?, ?, ?, ?, ?)";

    private final RowWriter writer;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PageWriting(RowWriter writer, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    Run of(ImportPlan plan) {
        return new Run(plan);
    }

    private void write(ImportPlan plan, List<RowPage> pages) {
        transaction.executeWithoutResult(status -> {
            writer.write(plan, pages);
            hold(plan, pages.stream().flatMap(page -> page.held().stream()).toList());
        });
    }

    private void hold(ImportPlan plan, List<StagedRow.Change> rows) {
        jdbc.batchUpdate(HOLD, rows, Math.max(1, rows.size()), (statement, row) -> {
            statement.setString(1, plan.tenant().value());
            statement.setString(2, plan.id().value());
            statement.setInt(3, row.number());
            statement.setString(4, row.key());
            statement.setString(5, row.outcome().wire());
        });
    }

    final class Run implements AutoCloseable {

        private final ImportPlan plan;
        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        private CompletableFuture<Void> under = CompletableFuture.completedFuture(null);
        private List<RowPage> next = new ArrayList<>();

        private Run(ImportPlan plan) {
            this.plan = plan;
        }

        void add(RowPage page) {
            next.add(page);
            if (next.size() == TOGETHER) {
                send();
            }
        }

        /** Returns when all pages are stored. */
        void finish() {
            if (!next.isEmpty()) {
                send();
            }
            await();
        }

        private void send() {
            await();
            var pages = next;
            next = new ArrayList<>();
            under = CompletableFuture.runAsync(() -> write(plan, pages), thread);
        }

        private void await() {
            try {
                under.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        @Override
        public void close() {
            thread.close();
        }
    }
}
