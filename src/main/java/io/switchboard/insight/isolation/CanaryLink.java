package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.SharedFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A canary's secure link to a file of a few words, which nobody collects. */
@Component
class CanaryLink implements CanaryThing {

    private final SecureLinks links;

    CanaryLink(SecureLinks links) {
        this.links = links;
    }

    @Override
    public Set<String> names() {
        return Set.of("link");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var file = new SharedFile("canary.txt", "text/plain", "A canary's own.".getBytes(StandardCharsets.UTF_8));
        var shared = Made.of(links.share(owner, file, Duration.ofDays(1), 1));
        return Map.of("link", shared.link().id().value());
    }
}
