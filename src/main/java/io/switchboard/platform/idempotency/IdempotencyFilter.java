package io.switchboard.platform.idempotency;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.identity.ApiCallers;
import io.switchboard.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on POSTs of the API: required where something may change; the same key with the same request is answered with what was
 * answered before and {@code Idempotent-Replayed: true}, with another request 422, while the first is under way 409. A fault of ours (5xx) frees the key.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern SYNTAX = Pattern.compile("[!-~]{1,255}");
    private static final int MOST_BODY_BYTES = 1024 * 1024;
    private static final int MOST_PATH = 200;

    private final ApiCallers callers;
    private final IdempotencyKeys keys;
    private final List<Rehearsal> rehearsals;

    IdempotencyFilter(ApiCallers callers, IdempotencyKeys keys, List<Rehearsal> rehearsals) {
        this.callers = callers;
        this.keys = keys;
        this.rehearsals = rehearsals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getRequestURI().length() > MOST_PATH;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = callers.current();
        if (caller.isEmpty() || !readable(request)) {
            chain.doFilter(request, response); // is refused further on, by whom it concerns
            return;
        }
        var key = Optional.ofNullable(request.getHeader(HEADER));
        if (key.isEmpty() && rehearsals.stream().anyMatch(rehearsal -> rehearsal.test(request))) {
            chain.doFilter(request, response);
        } else if (key.filter(SYNTAX.asMatchPredicate()).isEmpty()) {
            refuse(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "This request changes something, so send a header Idempotency-Key with it: 1 to 255 visible ASCII characters, new for each"
                            + " thing you want done and the same when you send it again.");
        } else {
            once(Scope.of(caller.get(), request, key.get()), request, response, chain);
        }
    }

    /** Limits of a multipart body are checked by reading it; who breaks one gets the answer of {@code ApiErrors}. */
    private static boolean readable(HttpServletRequest request) throws IOException {
        try {
            return !RequestDigest.isMultipart(request) || request.getParts() != null;
        } catch (IllegalStateException | ServletException e) {
            return false;
        }
    }

    private void once(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestDigest.isMultipart(request)) {
            claimed(scope, RequestDigest.ofParts(request), request, response, chain);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            refuse(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "A body that is no file has at most 1 MiB; send files as multipart/form-data.");
        } else {
            claimed(scope, RequestDigest.ofBody(request, body), new KeptBody(request, body), response, chain);
        }
    }

    private void claimed(
            Scope scope, Sha256 digest, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (keys.claim(scope, digest)) {
            case Claim.Fresh() -> perform(scope, request, response, chain);
            case Claim.Answered(Answer answer) -> replay(answer, request, response);
            case Claim.Running() ->
                refuse(
                        request,
                        response,
                        HttpStatus.CONFLICT,
                        "still-running",
                        "The request that first came with this Idempotency-Key has no answer yet. Send it again in a while; if it stays like this, the"
                                + " portal was cut off in the middle: look at the receipts whether it was done before you use a new key.");
            case Claim.OtherBody() ->
                refuse(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request within the last 24 hours. Use a new key for a new request.");
        }
    }

    private void perform(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            answered = kept.getStatus() < 500 && !request.isAsyncStarted();
        } finally {
            if (answered) {
                keys.answered(scope, answer(kept));
            } else {
                keys.release(scope);
            }
        }
        kept.copyBodyToResponse();
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : Answer.KEPT_HEADERS) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer(
                response.getStatus(),
                headers,
                Optional.of(response.getContentAsByteArray()).filter(body -> body.length <= Answer.MOST_BYTES));
    }

    private static void replay(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Idempotent-Replayed", "true");
        answer.headers().forEach(response::setHeader);
        if (answer.body().isEmpty()) {
            refuse(
                    request,
                    response,
                    HttpStatus.CONFLICT,
                    "answer-not-kept",
                    "This was done, once, and answered with status " + answer.status()
                            + "; the answer was too large to be kept for"
                            + " repetition. Use a new Idempotency-Key to ask for it anew.");
            return;
        }
        response.setStatus(answer.status());
        response.getOutputStream().write(answer.body().get());
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        Problems.write(request, response, Problems.of(status, code, detail));
    }
}
