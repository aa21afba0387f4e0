package io.switchboard.operations.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.identity.CurrentMember;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents from a file to the list, in the portal as it runs. */
class IncidentImportTest extends SignedInViewTest {

    private static final Path EVENT_LOG = Path.of("../shared/fixtures/incidents-event-log.csv");

    @SuppressWarnings("NullAway.Init")
    private Caller ada;

    @BeforeEach
    void signIn() {
        var member = signedIn("acme", "ada");
        ada = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
    }

    @Test
    void anEventLogBecomesIncidentsWithTheirTimelines() throws IOException {
        assumeTrue(Files.isRegularFile(EVENT_LOG), "the event log is not beside this project");
        var content = Files.readString(EVENT_LOG);
        var plan = planned(content);
        assertThat(plan.mapping())
                .containsEntry("times", "dd-MM-uuuu HH:mm[:ss]")
                .containsEntry("nulls", "?")
                .containsEntry("number", "number")
                .containsEntry("assigned_to", "assigned_to")
                .containsEntry("changed_at", "sys_updated_at");
        long incidents = content.lines()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .distinct()
                .count();
        assertThat(plan.counts().read()).isEqualTo(incidents);
        assertThat(plan.counts().create()).isEqualTo(incidents);
        assertThat(plan.notes()).anyMatch(note -> note.contains("rows make " + incidents + " together"));
        committed(plan);
        long changes = content.lines()
                .skip(1)
                .filter(line -> line.startsWith("INC0000045,"))
                .distinct()
                .count();
        assertThat(bean(Incidents.class).findByKey(ada.tenant(), "INC0000045")).hasValueSatisfying(incident -> {
            assertThat(incident.timeline()).hasSize((int) changes);
            assertThat(incident.status()).isEqualTo(IncidentStatus.CLOSED);
            assertThat(incident.severity()).contains(Severity.MODERATE);
        });
        assertThat(planned(shuffled(content)).counts())
                .as("the same rows in another order")
                .isEqualTo(new ImportCounts(incidents, 0, 0, incidents, 0, 0, 0));
    }

    @Test
    void allRowsOfARejectedIncidentComeBackAndNoOther() throws IOException {
        var plan = planned("""
                number,state,changed_at
                R-1,new,2026-03-01T10:00:00Z
                R-2,new,2026-03-01T10:00:00Z
                R-1,sideways,2026-03-01T11:00:00Z
                ,new,2026-03-01T11:00:00Z
                R-2,resolved,2026-03-01T12:00:00Z
                """);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 2, 0, 0));
        var csv = new StringWriter();
        bean(ImportErrors.class).writeCsv(ada, plan.id(), csv);
        assertThat(csv.toString().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("R-1,new") && line.contains("E-402"))
                .anyMatch(line -> line.startsWith("R-1,sideways"))
                .anyMatch(line -> line.startsWith(",new") && line.contains("E-401"));
    }

    @Test
    void aFormOfTimesThatDoesNotExistIsRefusedBeforeTheDryRun() {
        var plan = uploaded("number,state,opened\nF-1,new,01.03.2026 10:00\n");
        assertThat(plan.mapping()).containsEntry("times", "dd.MM.uuuu HH:mm[:ss]");
        var ended = bean(ImportService.class)
                .plan(ada, plan.id(), Map.of("number", "number", "times", "{oops"))
                .orElseThrow();
        assertThat(ended).isInstanceOfSatisfying(Enforced.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("bad-mapping");
            assertThat(failed.failure().explanation()).contains("{oops").contains("iso");
        });
    }

    @Test
    void whatAFileDoesNotSayStaysAsItIs() {
        committed(planned("number,title,service,state\nS-1,Mail is down,Mail,new\n"));
        committed(planned("number,state\nS-1,resolved\n"));
        assertThat(bean(Incidents.class).findByKey(ada.tenant(), "S-1")).hasValueSatisfying(incident -> {
            assertThat(incident.title()).isEqualTo("Mail is down");
            assertThat(incident.service()).isEqualTo(Optional.of("Mail"));
            assertThat(incident.status()).isEqualTo(IncidentStatus.RESOLVED);
        });
    }

    @Test
    void anotherTenantsIncidentIsNeverFound() {
        committed(planned("number,state\nT-1,new\n"));
        var id = bean(Incidents.class)
                .findByKey(ada.tenant(), "T-1")
                .orElseThrow()
                .id();
        var grace = signedIn("globex", "grace");
        assertThat(bean(Incidents.class).find(grace.tenant(), id)).isEmpty();
        assertThat(bean(Incidents.class).findByKey(grace.tenant(), "T-1")).isEmpty();
    }

    private ImportPlan planned(String content) {
        return done(bean(ImportService.class).plan(ada, uploaded(content).id(), Map.of()));
    }

    private void committed(ImportPlan plan) {
        done(bean(ImportService.class).commit(ada, plan.id(), Set.of()));
    }

    private ImportPlan uploaded(String content) {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        return ((Upload.Accepted) bean(ImportService.class).upload(ada, "incidents", "log.csv", bytes)).plan();
    }

    private static ImportPlan done(Optional<Enforced<ImportPlan>> ended) {
        return ((Enforced.Done<ImportPlan>) ended.orElseThrow()).value();
    }

    private static String shuffled(String content) {
        var lines = new ArrayList<>(Arrays.asList(content.split("\r?\n")));
        var header = lines.removeFirst();
        Collections.shuffle(lines, new Random(11));
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
