package io.switchboard.insight.trustcentre.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.AccessGrants.Requested;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.platform.web.Allowances;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /trust/<tenant>}: what a tenant shows to strangers, and the form by which they ask for more. 404 for a tenant that is unknown or shows nothing. */
@Controller
class PublicDoor {

    private final TrustCentre centre;
    private final AccessGrants grants;
    private final Tenants tenants;
    private final TrustRoot root;
    private final Allowances allowances;

    PublicDoor(TrustCentre centre, AccessGrants grants, Tenants tenants, TrustRoot root, Allowances allowances) {
        this.centre = centre;
        this.grants = grants;
        this.tenants = tenants;
        this.root = root;
        this.allowances = allowances;
    }

    @GetMapping("/trust/{tenant}")
    ResponseEntity<byte[]> look(@PathVariable String tenant) {
        return opened(tenant, (owner, settings) -> page(HttpStatus.OK, owner, settings, AccessForm.EMPTY));
    }

    @GetMapping("/trust/{tenant}/accent.css")
    ResponseEntity<String> accent(@PathVariable String tenant) {
        return Answers.tenant(tenants, tenant)
                .filter(owner -> centre.open(owner.id()).isPresent())
                .map(owner -> Answers.unkept(ResponseEntity.ok())
                        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                        .body(Accent.css(owner.settings().accent())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/trust/{tenant}")
    ResponseEntity<byte[]> ask(@PathVariable String tenant, HttpServletRequest request) {
        return opened(tenant, (owner, settings) -> ask(owner, settings, request));
    }

    private ResponseEntity<byte[]> ask(Tenant tenant, CentreSettings settings, HttpServletRequest request) {
        var form = AccessForm.of(request, settings.listed());
        if (!form.problems().isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, tenant, settings, form);
        }
        if (allowances.wait(request.getRemoteAddr()).isPositive()) {
            return tooMany(tenant, settings, form, "Several requests came from your address just now. Wait a minute.");
        }
        if (!grants.hasRoom(tenant.id())) {
            return tooMany(
                    tenant,
                    settings,
                    form,
                    "So many requests are waiting that no further one is taken now. Try again in a few days.");
        }
        allowances.spend(request.getRemoteAddr());
        return switch (grants.request(tenant.id(), form.wish())) {
            case Enforced.Done<Requested> done ->
                Answers.on(
                        "/trust/" + tenant.slug() + "/" + done.value().token().value());
            case Enforced.Failed<Requested> failed ->
                page(
                        HttpStatus.CONFLICT,
                        tenant,
                        settings,
                        form.but("form", failed.failure().explanation()));
            case Enforced.Refused<Requested> refused ->
                page(
                        HttpStatus.FORBIDDEN,
                        tenant,
                        settings,
                        form.but("form", "The tenant's policies take no requests at this moment. Try again later."));
        };
    }

    private ResponseEntity<byte[]> tooMany(Tenant tenant, CentreSettings settings, AccessForm form, String why) {
        return page(HttpStatus.TOO_MANY_REQUESTS, tenant, settings, form.but("form", why));
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Tenant tenant, CentreSettings settings, AccessForm form) {
        return Answers.page(
                status,
                PublicPage.of(
                        tenant,
                        settings,
                        document -> centre.unavailable(tenant.id(), document),
                        root.fingerprint(),
                        form));
    }

    private ResponseEntity<byte[]> opened(
            String slug, BiFunction<Tenant, CentreSettings, ResponseEntity<byte[]>> answer) {
        return Answers.tenant(tenants, slug)
                .flatMap(tenant -> centre.open(tenant.id()).map(settings -> answer.apply(tenant, settings)))
                .orElseGet(Answers::nothing);
    }
}
