package io.switchboard.operations.delivery.web;

import io.switchboard.kernel.Slug;
import io.switchboard.operations.delivery.LinkToken;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /share/<tenant>/<token>}: the door for whoever holds a link, without a sign-in. Looking ({@code GET}) uses nothing up, so programs that preview links do not; collecting ({@code POST}) does. A link that
 * never was, has ended or was revoked is the same 404. The file's digest goes along as {@code Repr-Digest} (RFC 9530).
 */
@Controller
class LinkDoor {

    private final SecureLinks links;
    private final Tenants tenants;

    LinkDoor(SecureLinks links, Tenants tenants) {
        this.links = links;
        this.tenants = tenants;
    }

    @GetMapping("/share/{tenant}/{token}")
    ResponseEntity<byte[]> look(@PathVariable String tenant, @PathVariable String token) {
        return tenant(tenant)
                .flatMap(owner -> LinkToken.parse(token)
                        .flatMap(known -> links.offer(owner.id(), known))
                        .map(link -> page(HttpStatus.OK, LinkPage.offer(owner, link))))
                .orElseGet(LinkDoor::nothing);
    }

    @PostMapping("/share/{tenant}/{token}")
    ResponseEntity<byte[]> collect(@PathVariable String tenant, @PathVariable String token) {
        return tenant(tenant)
                .flatMap(owner -> LinkToken.parse(token).flatMap(known -> links.collect(owner.id(), known)))
                .map(LinkDoor::file)
                .orElseGet(LinkDoor::nothing);
    }

    private Optional<Tenant> tenant(String slug) {
        return Slug.isValid(slug) ? tenants.findBySlug(new Slug(slug)) : Optional.empty();
    }

    private static ResponseEntity<byte[]> file(SharedFile file) {
        return unkept(ResponseEntity.ok())
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header("Repr-Digest", "sha-256=:" + base64(file) + ":")
                .body(file.bytes());
    }

    private static String base64(SharedFile file) {
        var digest = io.switchboard.kernel.Sha256.of(file.bytes()).hex();
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
    }

    private static ResponseEntity<byte[]> nothing() {
        return page(HttpStatus.NOT_FOUND, LinkPage.nothing());
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, byte[] page) {
        return unkept(ResponseEntity.status(status))
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    private static ResponseEntity.BodyBuilder unkept(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer");
    }
}
