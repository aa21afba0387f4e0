package io.switchboard.insight.trustcentre.web;

import io.switchboard.insight.trustcentre.AccessGrants.Wish;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form as it was filled in, with what is wrong with it by field. */
record AccessForm(Requester requester, Set<TrustDocument> documents, boolean watermark, Map<String, String> problems) {

    static final AccessForm EMPTY = new AccessForm(new Requester("", "", "", ""), Set.of(), false, Map.of());

    AccessForm {
        documents = Set.copyOf(documents);
    }

    static AccessForm of(HttpServletRequest request, Set<TrustDocument> listed) {
        var requester = new Requester(
                value(request, "name"), value(request, "email"), value(request, "company"), value(request, "why"));
        var documents = Stream.of(Optional.ofNullable(request.getParameterValues("document"))
                        .orElseGet(() -> new String[0]))
                .flatMap(wire -> TrustDocument.parse(wire).stream())
                .filter(listed::contains)
                .collect(Collectors.toUnmodifiableSet());
        var problems = new LinkedHashMap<>(requester.problems());
        if (documents.isEmpty()) {
            problems.put("document", "Choose at least one.");
        }
        return new AccessForm(requester, documents, request.getParameter("watermark") != null, problems);
    }

    private static String value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    AccessForm but(String field, String problem) {
        return new AccessForm(requester, documents, watermark, Map.of(field, problem));
    }

    Wish wish() {
        return new Wish(requester, documents, watermark);
    }
}
