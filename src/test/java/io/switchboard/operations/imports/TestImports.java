package io.switchboard.operations.imports;

import io.switchboard.operations.administration.TestIdentities;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The module put together by hand, on a database, a clock and a policy of the test's choice. */
record TestImports(
        DataSource database,
        JdbcTransactionManager transactions,
        TestEnforcement enforcement,
        ApplicationEventPublisher events,
        Clock clock,
        int commitLimit) {

    Imports imports() {
        return new Imports(JdbcClient.create(database));
    }

    ImportRows rows() {
        return new ImportRows(new JdbcTemplate(database));
    }

    StoredFiles files() {
        return new StoredFiles(JdbcClient.create(database));
    }

    PlannedRows planned() {
        return new PlannedRows(JdbcClient.create(database));
    }

    ImportAccess access() {
        return new ImportAccess(new TestPolicy(enforcement), enforcement);
    }

    Lookup lookup() {
        return new Lookup(imports(), clock);
    }

    ImportDiff diff() {
        return new ImportDiff(access(), lookup(), targets(), planned());
    }

    ImportDrafts drafts() {
        return new ImportDrafts(access(), lookup(), imports(), targets(), sources(), mappingRows());
    }

    private MappingRows mappingRows() {
        return new MappingRows(JdbcClient.create(database));
    }

    SavedMappings mappings() {
        return new SavedMappings(access(), enforcement, lookup(), targets(), mappingRows(), clock);
    }

    Sources sources() {
        return new Sources(files());
    }

    Targets targets() {
        return new Targets(List.of(TestIdentities.target(), new TestNotes()));
    }

    ImportService service() {
        enforcement.listener = new ReceiptedImports(imports())::enter;
        return new ImportService(
                access(),
                lookup(),
                new Uploading(access(), targets(), imports(), files(), sources(), clock),
                planning(),
                committing(),
                new Discarding(enforcement, imports()),
                new Repeating(access(), imports(), files(), clock, transactions),
                new Reverting(access(), imports(), clock),
                planned());
    }

    Planning planning() {
        return new Planning(
                enforcement,
                targets(),
                imports(),
                sources(),
                new Staging(
                        sources(),
                        rows(),
                        new TargetLookup(new JdbcTemplate(database)),
                        new Duplicates(new JdbcTemplate(database)),
                        dangling(),
                        writing()),
                new RevertStaging(
                        imports(),
                        targets(),
                        new DoneChanges(JdbcClient.create(database)),
                        new TargetLookup(new JdbcTemplate(database)),
                        rows(),
                        dangling(),
                        writing()),
                rows(),
                new Statuses(imports()),
                inFlight(),
                new CommitLimit(commitLimit),
                clock);
    }

    private PageWriting writing() {
        return new PageWriting(
                new BulkStatements(new JdbcTemplate(database)), new JdbcTemplate(database), transactions);
    }

    private Dangling dangling() {
        return new Dangling(new JdbcTemplate(database), new Duplicates(new JdbcTemplate(database)));
    }

    InFlight inFlight() {
        return new InFlight(imports(), clock);
    }

    private Committing committing() {
        return new Committing(
                enforcement,
                targets(),
                imports(),
                rows(),
                new Applying(rows(), clock),
                new Statuses(imports()),
                inFlight(),
                new CommitLimit(commitLimit),
                events);
    }

    ImportErrors errors() {
        return new ImportErrors(
                service(), imports(), planned(), sources(), targets(), (tenant, type, payload) -> payload);
    }
}
