package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content Security Policy (W3C, level 3). A page runs our own scripts, and inline ones only with the nonce that it was made with. Flow's client
 * compiles the expressions that the server sends, hence {@code 'unsafe-eval'}, and its components bring their styles along, hence
 * {@code style-src 'unsafe-inline'}. Whatever is not a page runs no script at all; an error page may have its style sheet.
 */
final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String NONCE = ContentPolicy.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EVERYWHERE =
            "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
    private static final String NO_PAGE = EVERYWHERE + "; style-src 'self'; img-src 'self'";
    private static final String PAGE = EVERYWHERE
            + "; script-src 'self' 'nonce-%s' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

    /** The nonce of the page that this request is answered with; asking for it makes the answer a page. */
    static String nonce(HttpServletRequest request) {
        return known(request).orElseGet(() -> fresh(request));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, known(request).map(PAGE::formatted).orElse(NO_PAGE));
        }
    }

    private static Optional<String> known(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(NONCE));
    }

    private static String fresh(HttpServletRequest request) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }
}
