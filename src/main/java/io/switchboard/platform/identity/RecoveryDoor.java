package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenants;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /<tenant>/recover}: the way back in, through the platform's provider, for when the tenant's own does not work. */
@Controller
class RecoveryDoor {

    private final Tenants tenants;

    RecoveryDoor(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/recover")
    ResponseEntity<Void> recover(@PathVariable String tenant) {
        return Optional.of(tenant)
                .filter(Slug::isValid)
                .map(Slug::new)
                .filter(slug -> tenants.findBySlug(slug).isPresent())
                .map(slug -> new SignInRoute(slug, SignInRoute.Way.RECOVERY).path())
                .map(path ->
                        ResponseEntity.status(302).location(URI.create(path)).<Void>build())
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
