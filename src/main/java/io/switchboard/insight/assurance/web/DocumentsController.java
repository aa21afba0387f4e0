package io.switchboard.insight.assurance.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.Oscal;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.kernel.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * {@code GET /api/documents/…}: {@code Accept} picks PDF, JSON or HTML, and of the pack OSCAL. Issuing is governed, so a refusal is a problem (RFC 9457) that names
 * decision and receipt, and each answer names its own receipt in {@code Switchboard-Receipt}.
 */
@RestController
class DocumentsController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType OSCAL = MediaType.parseMediaType(Oscal.TYPE);
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON, HTML);
    private static final List<MediaType> FORMS_OF_A_PACK =
            List.of(MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON, HTML, OSCAL);

    private final HeaderContentNegotiationStrategy accept = new HeaderContentNegotiationStrategy();
    private final PostureOnePager onePager;
    private final PosturePacks packs;

    DocumentsController(PostureOnePager onePager, PosturePacks packs) {
        this.onePager = onePager;
        this.packs = packs;
    }

    @GetMapping("/api/documents/posture-one-pager")
    ResponseEntity<?> postureOnePager(Caller caller, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var form = form(accept.resolveMediaTypes(request), FORMS);
        return switch (onePager.issue(caller)) {
            case Enforced.Done<OnePager> done ->
                answer(
                        OnePager.NAME,
                        form,
                        bytes(done.value(), form),
                        done.receipt().id().value());
            case Enforced.Refused<OnePager> refused -> problem(Problems.of(refused));
            case Enforced.Failed<OnePager> failed -> problem(Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT));
        };
    }

    @GetMapping("/api/documents/posture-pack")
    ResponseEntity<?> posturePack(Caller caller, NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var form = form(accept.resolveMediaTypes(request), FORMS_OF_A_PACK);
        return switch (packs.issue(caller)) {
            case Enforced.Done<PosturePack> done ->
                answer(
                        PosturePack.NAME,
                        form,
                        bytes(done.value(), form),
                        done.receipt().id().value());
            case Enforced.Refused<PosturePack> refused -> problem(Problems.of(refused));
            case Enforced.Failed<PosturePack> failed -> problem(Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT));
        };
    }

    /** The first form that the most wanted type includes; the PDF for whoever does not mind. */
    private static MediaType form(List<MediaType> wanted, List<MediaType> forms)
            throws HttpMediaTypeNotAcceptableException {
        return wanted.stream()
                .flatMap(type -> forms.stream().filter(type::includes))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(forms));
    }

    private static ResponseEntity<byte[]> answer(String document, MediaType form, byte[] bytes, String receipt) {
        var name = document + "." + (form.equals(OSCAL) ? "oscal.json" : form.getSubtype());
        return ResponseEntity.ok()
                .contentType(form)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header("Switchboard-Receipt", receipt)
                .body(bytes);
    }

    private static byte[] bytes(PosturePack document, MediaType form) {
        return switch (form.getSubtype()) {
            case "pdf" -> document.pdf();
            case "json" -> document.json();
            case "oscal+json" -> document.oscal();
            default -> document.html();
        };
    }

    private static byte[] bytes(OnePager document, MediaType form) {
        return switch (form.getSubtype()) {
            case "pdf" -> document.pdf();
            case "json" -> document.json();
            default -> document.html();
        };
    }

    /** Whatever was asked for: no document can say this. */
    private static ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
