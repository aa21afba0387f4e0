package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) outside of a controller: what filters and doors answer with. {@code code} is the machine's word for the fault. */
public final class Problems {

    private static final String SCIM_JSON = "application/scim+json";
    private static final String SCIM_MORE = "urn:switchboard:params:scim:api:messages:1.0:Error";
    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }

    /** Ends the answer with the problem; {@code request} names the instance. Below {@code /scim} it has the form of RFC 7644, section 3.12. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        boolean scim = ApiPaths.isScim(request);
        response.setStatus(problem.getStatus());
        response.setContentType(scim ? SCIM_JSON : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(JSON.writeValueAsString(scim ? scimError(problem) : body(request, problem))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> body(HttpServletRequest request, ProblemDetail problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", problem.getTitle());
        body.put("status", problem.getStatus());
        body.put("detail", problem.getDetail());
        body.put("instance", request.getRequestURI());
        addProperties(problem, body);
        return body;
    }

    /** A property {@code scimType} is SCIM's own word for the fault. The others stand under a URN of ours: strict clients read no error with more names. */
    public static Map<String, Object> scimError(ProblemDetail problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
        body.put("status", String.valueOf(problem.getStatus()));
        body.put("detail", problem.getDetail());
        var more = new LinkedHashMap<String, Object>();
        addProperties(problem, more);
        var type = more.remove("scimType");
        if (type != null) {
            body.put("scimType", type);
        }
        if (!more.isEmpty()) {
            body.put(SCIM_MORE, more);
        }
        return body;
    }

    private static void addProperties(ProblemDetail problem, Map<String, Object> body) {
        var more = problem.getProperties();
        if (more != null) {
            body.putAll(more);
        }
    }

    static HttpStatus status(int code) {
        var known = HttpStatus.resolve(code);
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
