package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every action that policies can speak of: those that the schema names. The schema belongs to the code, whatever the policies are. */
@Component
public class GovernedActions {

    private static final Pattern NAME = Pattern.compile("\"([a-z][a-z0-9]*\\.[a-z][a-z0-9-]*)\"");

    private final Set<ActionId> all;

    GovernedActions() {
        this.all = NAME.matcher(schema())
                .results()
                .map(found -> found.group(1))
                .map(ActionId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<ActionId> all() {
        return all;
    }

    private static String schema() {
        try (var in = new ClassPathResource("policies/schema.cedarschema").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of the policies cannot be read", e);
        }
    }
}
