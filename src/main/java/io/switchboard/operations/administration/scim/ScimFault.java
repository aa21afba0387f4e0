package io.switchboard.operations.administration.scim;

import io.switchboard.platform.web.Problems;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What is wrong with a request, as RFC 7644, section 3.12, says it: status, perhaps a {@code scimType}, and a sentence with what to do next. */
final class ScimFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient Map<String, String> more;

    private ScimFault(HttpStatus status, String type, String sentence, Map<String, String> more) {
        super(sentence, null, false, false);
        this.status = status;
        this.type = type;
        this.more = Map.copyOf(more);
    }

    static ScimFault of(HttpStatus status, String sentence) {
        return new ScimFault(status, "", sentence, Map.of());
    }

    static ScimFault bad(String type, String sentence) {
        return new ScimFault(HttpStatus.BAD_REQUEST, type, sentence, Map.of());
    }

    static ScimFault value(String sentence) {
        return bad("invalidValue", sentence);
    }

    static ScimFault syntax(String sentence) {
        return bad("invalidSyntax", sentence);
    }

    static ScimFault notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "There is no such resource. List the users at /scim/v2/Users and the groups at /scim/v2/Groups.");
    }

    static ScimFault tooLarge(String sentence) {
        return of(HttpStatus.CONTENT_TOO_LARGE, sentence);
    }

    /** With what proves the refusal: {@code decisionId}, {@code receiptId}, {@code rule}. */
    static ScimFault proven(HttpStatus status, String type, String sentence, Map<String, String> proof) {
        return new ScimFault(status, type, sentence, proof);
    }

    HttpStatus status() {
        return status;
    }

    Optional<String> type() {
        return Optional.of(type).filter(word -> !word.isEmpty());
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence());
        type().ifPresent(word -> problem.setProperty("scimType", word));
        more.forEach(problem::setProperty);
        return problem;
    }

    /** The same as one operation of a bulk answers it. */
    Map<String, Object> json() {
        return Problems.scimError(problem());
    }
}
