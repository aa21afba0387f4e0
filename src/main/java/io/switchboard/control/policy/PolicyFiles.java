package io.switchboard.control.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The policies that come with the portal: {@code policies/<module>.cedar} and one schema. */
final class PolicyFiles {

    private PolicyFiles() {}

    static Map<String, String> ofClasspath() {
        try {
            var files = new HashMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:policies/*.cedar*")) {
                files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The policies in the portal's own jar cannot be read.", e);
        }
    }
}
