package io.switchboard.platform.idempotency;

import io.switchboard.kernel.Sha256;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 over what a request asks for: its query, and its body as sent, or the name, file name and content of each part. Files are read from where the
 * server has put them, never into memory; a multipart boundary, which clients choose anew each time, does not count.
 */
final class RequestDigest {

    private final MessageDigest digest;

    private RequestDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static boolean isMultipart(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.startsWith("multipart/"))
                .isPresent();
    }

    static Sha256 ofParts(HttpServletRequest request) throws IOException, ServletException {
        var all = query(request);
        for (var part : request.getParts()) {
            all.add(part);
        }
        return all.sum();
    }

    static Sha256 ofBody(HttpServletRequest request, byte[] body) {
        var all = query(request);
        all.add(Optional.ofNullable(request.getContentType()).orElse(""));
        all.digest.update(body);
        return all.sum();
    }

    private static RequestDigest query(HttpServletRequest request) {
        var all = new RequestDigest();
        all.add(Optional.ofNullable(request.getQueryString()).orElse(""));
        return all;
    }

    private void add(Part part) throws IOException {
        add(part.getName());
        add(Optional.ofNullable(part.getSubmittedFileName()).orElse(""));
        add(String.valueOf(part.getSize()));
        try (var in = new DigestInputStream(part.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** With its length before it, so that two texts never run into each other. */
    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private Sha256 sum() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }
}
