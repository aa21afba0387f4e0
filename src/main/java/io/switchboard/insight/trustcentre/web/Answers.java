package io.switchboard.insight.trustcentre.web;

import io.switchboard.insight.trustcentre.TrustFile;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How the doors answer: kept by nobody, found by no search engine, telling no other site where somebody came from. */
final class Answers {

    private Answers() {}

    static Optional<Tenant> tenant(Tenants tenants, String slug) {
        return Slug.isValid(slug) ? tenants.findBySlug(new Slug(slug)) : Optional.empty();
    }

    static ResponseEntity<byte[]> page(HttpStatus status, byte[] page) {
        return unkept(ResponseEntity.status(status))
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    static ResponseEntity<byte[]> nothing() {
        return page(HttpStatus.NOT_FOUND, Html.nothing());
    }

    /** On by {@code GET}, so that a page that is loaded again sends nothing again. */
    static ResponseEntity<byte[]> on(String path) {
        return unkept(ResponseEntity.status(HttpStatus.SEE_OTHER))
                .location(URI.create(path))
                .build();
    }

    /** With its digest as {@code Repr-Digest} (RFC 9530). */
    static ResponseEntity<byte[]> file(TrustFile file, String receipt) {
        return unkept(ResponseEntity.ok())
                .contentType(MediaType.parseMediaType(TrustFile.TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(Sha256.of(file.bytes()).bytes()) + ":")
                .header("Switchboard-Receipt", receipt)
                .body(file.bytes());
    }

    static ResponseEntity.BodyBuilder unkept(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer");
    }
}
