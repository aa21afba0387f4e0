package io.switchboard.insight.reliability;

import io.switchboard.kernel.Slug;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an address says about a request: whether it counts, whether its time does, and whose it is. */
final class RequestPaths {

    /** The same for everybody, or not the portal's service. */
    private static final List<String> APART = List.of(
            "/actuator",
            "/themes/",
            "/frontend/",
            "/webjars/",
            "/lumo/",
            "/aura/",
            "/icons/",
            "/images/",
            "/log/",
            "/favicon",
            "/sw.js",
            "/offline",
            "/VAADIN/",
            "/vaadinServlet/");

    /** Uploads and files that a page offers. */
    private static final String FILES = "/VAADIN/dynamic/";

    private static final List<String> BEFORE_THE_NAME =
            List.of("/share/", "/trust/", "/oauth2/authorization/", "/login/oauth2/code/");

    private RequestPaths() {}

    /** {@code vaadin}: the parameter {@code v-r} by which Vaadin names what a request is for. */
    static boolean counts(String path, @Nullable String vaadin) {
        if (vaadin != null && (vaadin.equals("heartbeat") || vaadin.equals("push"))) {
            return false;
        }
        return path.startsWith(FILES) || APART.stream().noneMatch(path::startsWith);
    }

    static boolean isTimed(String path, @Nullable String contentType) {
        return !path.startsWith(FILES) && (contentType == null || !contentType.startsWith("multipart/"));
    }

    /** What a page asks for in the background goes to one address for all tenants; the page that asks is its referrer. */
    static RequestOwner owner(String path, @Nullable String vaadin, @Nullable String referrer) {
        boolean background = vaadin != null || path.startsWith(FILES);
        return (background ? pathOf(referrer) : Optional.of(path))
                .flatMap(RequestPaths::name)
                .filter(Slug::isValid)
                .<RequestOwner>map(name -> new RequestOwner.Named(new Slug(name)))
                .orElseGet(RequestOwner.Nobody::new);
    }

    private static Optional<String> name(String path) {
        var rest = BEFORE_THE_NAME.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(before -> path.substring(before.length()))
                .orElseGet(() -> path.startsWith("/") ? path.substring(1) : path);
        return Optional.of(rest.split("/", 2)[0]).filter(name -> !name.isEmpty());
    }

    private static Optional<String> pathOf(@Nullable String referrer) {
        try {
            return Optional.ofNullable(referrer).map(URI::create).map(URI::getPath);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
