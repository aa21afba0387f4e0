package io.switchboard.bench;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The portal's own import service, as a service client of a tenant would use it. */
final class Importer {

    private final ImportService imports;
    private final String kind;
    private final Caller caller;
    private Optional<ImportPlan> last = Optional.empty();

    Importer(ApplicationContext portal, String kind) {
        this.kind = kind;
        imports = portal.getBean(ImportService.class);
        var tenant = portal.getBean(Tenants.class)
                .register(
                        new Slug("bench"),
                        Plan.ENTERPRISE,
                        new TenantSettings("Bench", "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
        caller = new Caller(tenant.id(), Actor.service("bench"), Set.of(Role.PARTNER_ADMIN));
    }

    ImportPlan dryRun(Path file) throws Exception {
        try (var content = Files.newInputStream(file)) {
            var name = file.getFileName().toString();
            if (imports.upload(caller, kind, name, content) instanceof Upload.Accepted(var uploaded)) {
                return keep(imports.plan(caller, uploaded.id(), Map.of()));
            }
            throw new IllegalStateException("not accepted: " + name);
        }
    }

    ImportPlan commit(ImportPlan plan) {
        return keep(imports.commit(caller, plan.id(), Set.of()));
    }

    ImportPlan last() {
        return last.orElseThrow();
    }

    private ImportPlan keep(Optional<Enforced<ImportPlan>> ended) {
        if (ended.orElseThrow() instanceof Enforced.Done<ImportPlan> done) {
            last = Optional.of(done.value());
            return done.value();
        }
        throw new IllegalStateException("not done: " + ended);
    }
}
