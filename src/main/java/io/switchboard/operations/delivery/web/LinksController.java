package io.switchboard.operations.delivery.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.LinkId;
import io.switchboard.operations.delivery.SecureLink;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.platform.tenancy.Tenants;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Secure links of the caller's tenant. What opens one is in the answer that made it and in no other. */
@RestController
@RequestMapping("/api/links")
class LinksController {

    private final Sharing sharing;
    private final SecureLinks links;
    private final Tenants tenants;
    private final Clock clock;

    LinksController(Sharing sharing, SecureLinks links, Tenants tenants, Clock clock) {
        this.sharing = sharing;
        this.links = links;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** {@code cursor}: the {@code next} of the page before. */
    @GetMapping
    LinkJson.Page list(
            Caller caller, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > SecureLinks.MOST_LISTED) {
            throw bad("limit is 1 to " + SecureLinks.MOST_LISTED + ".");
        }
        var after = cursor.map(text -> LinkId.parse(text)
                .flatMap(id -> links.find(caller, id))
                .orElseThrow(() -> bad("cursor is the next of an earlier page.")));
        return LinkJson.Page.of(links.page(caller, after, limit), limit, links.count(caller), clock.instant());
    }

    @GetMapping("/{id}")
    LinkJson.Item one(Caller caller, @PathVariable String id) {
        return LinkId.parse(id)
                .flatMap(known -> links.find(caller, known))
                .map(link -> LinkJson.Item.of(link, clock.instant()))
                .orElseThrow(LinksController::notFound);
    }

    @PostMapping
    ResponseEntity<LinkJson.Made> share(Caller caller, @RequestBody LinkJson.Wanted wanted) {
        var problems = wanted.problems(sharing);
        if (!problems.isEmpty()) {
            throw bad(String.join(" ", problems));
        }
        var ended = sharing.share(caller, wanted.request(), wanted.validFor(), wanted.mostUses())
                .orElseThrow(LinksController::notFound);
        return switch (ended) {
            case Enforced.Done<SecureLinks.Shared> done ->
                ResponseEntity.created(
                                URI.create("/api/links/" + done.value().link().id()))
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(made(caller, done.value()));
            case Enforced.Refused<SecureLinks.Shared> refused -> throw Problems.of(refused);
            case Enforced.Failed<SecureLinks.Shared> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    /** The address that people use for the portal, where one is set, is that of each request. */
    private LinkJson.Made made(Caller caller, SecureLinks.Shared shared) {
        var tenant = tenants.find(caller.tenant()).orElseThrow();
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(shared.token().path(tenant.slug()))
                .toUriString();
        return new LinkJson.Made(LinkJson.Item.of(shared.link(), clock.instant()), address);
    }

    /** At once: its file is forgotten with it. */
    @DeleteMapping("/{id}")
    ResponseEntity<LinkJson.Item> revoke(Caller caller, @PathVariable String id) {
        var ended =
                LinkId.parse(id).flatMap(known -> links.revoke(caller, known)).orElseThrow(LinksController::notFound);
        return switch (ended) {
            case Enforced.Done<SecureLink> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(one(caller, id));
            case Enforced.Refused<SecureLink> refused -> throw Problems.of(refused);
            case Enforced.Failed<SecureLink> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private static ErrorResponseException bad(String why) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-link", why);
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such link or document. Links are at /api/links, Trust Reports at /api/trust-reports.");
    }
}
