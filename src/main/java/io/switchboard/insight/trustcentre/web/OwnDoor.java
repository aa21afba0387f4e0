package io.switchboard.insight.trustcentre.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.trustcentre.AccessGrants;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.insight.trustcentre.TrustFile;
import io.switchboard.operations.delivery.LinkToken;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /trust/<tenant>/<token>}: a requester's own page, for whoever holds its address. Looking ({@code GET}) changes nothing; accepting the terms and downloading are {@code POST}s. An address that never was, and any
 * while the trust centre is closed, is the same 404.
 */
@Controller
class OwnDoor {

    private final AccessGrants grants;
    private final TrustCentre centre;
    private final Tenants tenants;

    OwnDoor(AccessGrants grants, TrustCentre centre, Tenants tenants) {
        this.grants = grants;
        this.centre = centre;
        this.tenants = tenants;
    }

    @GetMapping("/trust/{tenant}/{token}")
    ResponseEntity<byte[]> look(@PathVariable String tenant, @PathVariable String token) {
        return known(tenant, token, (owner, known) -> page(HttpStatus.OK, owner, known, Optional.empty()));
    }

    @PostMapping("/trust/{tenant}/{token}/terms")
    ResponseEntity<byte[]> accept(@PathVariable String tenant, @PathVariable String token, HttpServletRequest request) {
        return known(tenant, token, (owner, known) -> accept(owner, known, request));
    }

    private Optional<ResponseEntity<byte[]>> accept(Tenant tenant, LinkToken token, HttpServletRequest request) {
        if (request.getParameter("accept") == null) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    tenant,
                    token,
                    Optional.of("Tick that you accept the terms, or leave this page: nothing has been accepted."));
        }
        var name = Optional.ofNullable(request.getParameter("name")).orElse("");
        return grants.accept(tenant.id(), token, version(request), name).flatMap(ended -> switch (ended) {
            case Enforced.Done<AccessRequest> done -> Optional.of(Answers.on(path(tenant, token)));
            case Enforced.Failed<AccessRequest> failed ->
                page(
                        HttpStatus.CONFLICT,
                        tenant,
                        token,
                        Optional.of(failed.failure().explanation()));
            case Enforced.Refused<AccessRequest> refused -> refused(tenant, token);
        });
    }

    /** Of the terms that were on the page; none has the version 0. */
    private static int version(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("terms"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    @PostMapping("/trust/{tenant}/{token}/documents/{document}")
    ResponseEntity<byte[]> download(
            @PathVariable String tenant, @PathVariable String token, @PathVariable String document) {
        return TrustDocument.parse(document)
                .map(wanted -> known(tenant, token, (owner, known) -> download(owner, known, wanted)))
                .orElseGet(Answers::nothing);
    }

    private Optional<ResponseEntity<byte[]>> download(Tenant tenant, LinkToken token, TrustDocument document) {
        return grants.download(tenant.id(), token, document).flatMap(ended -> switch (ended) {
            case Enforced.Done<TrustFile> done ->
                Optional.of(Answers.file(done.value(), done.receipt().id().value()));
            case Enforced.Failed<TrustFile> failed ->
                page(
                        HttpStatus.CONFLICT,
                        tenant,
                        token,
                        Optional.of(failed.failure().explanation()));
            case Enforced.Refused<TrustFile> refused -> refused(tenant, token);
        });
    }

    private Optional<ResponseEntity<byte[]>> refused(Tenant tenant, LinkToken token) {
        return page(
                HttpStatus.FORBIDDEN,
                tenant,
                token,
                Optional.of("The tenant's policies do not allow this at this moment. Try again later, or ask "
                        + tenant.name() + "."));
    }

    private Optional<ResponseEntity<byte[]>> page(
            HttpStatus status, Tenant tenant, LinkToken token, Optional<String> message) {
        return grants.page(tenant.id(), token)
                .map(page -> Answers.page(
                        status,
                        RequesterPage.of(
                                tenant,
                                path(tenant, token),
                                page,
                                document -> centre.unavailable(tenant.id(), document),
                                message)));
    }

    private static String path(Tenant tenant, LinkToken token) {
        return "/trust/" + tenant.slug() + "/" + token.value();
    }

    private ResponseEntity<byte[]> known(
            String tenant, String token, BiFunction<Tenant, LinkToken, Optional<ResponseEntity<byte[]>>> answer) {
        return Answers.tenant(tenants, tenant)
                .flatMap(owner -> LinkToken.parse(token).flatMap(known -> answer.apply(owner, known)))
                .orElseGet(Answers::nothing);
    }
}
