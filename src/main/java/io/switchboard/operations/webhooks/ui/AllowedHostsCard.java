package io.switchboard.operations.webhooks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.operations.webhooks.HostPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts that the portal may send to for this tenant, one a line. */
final class AllowedHostsCard extends Section {

    private static final long serialVersionUID = 1L;

    private final TextArea lines = new TextArea("Hosts, one a line");

    AllowedHostsCard(List<HostPattern> hosts, boolean mayChange, Consumer<Set<HostPattern>> save) {
        addClassNames("card", "webhook-card");
        add(new H2("Hosts that may be sent to"), new Paragraph(words(hosts)));
        if (mayChange) {
            lines.setValue(hosts.stream().map(HostPattern::value).collect(Collectors.joining("\n")));
            lines.setHelperText(
                    "Such as hooks.example.com, or *.example.com for all below it. None: every public host.");
            lines.addClassName("webhook-wide");
            add(lines, new Button("Save the hosts", _ -> save(save)));
        }
    }

    private static String words(List<HostPattern> hosts) {
        return hosts.isEmpty()
                ? "Every public host. Name some, and the portal sends to no other for this tenant."
                : "Only these: " + hosts.stream().map(HostPattern::value).collect(Collectors.joining(", "))
                        + ". An endpoint elsewhere is refused when it is registered and when it is sent to.";
    }

    private void save(Consumer<Set<HostPattern>> save) {
        var wrong = written().filter(line -> HostPattern.parse(line).isEmpty()).findFirst();
        lines.setInvalid(wrong.isPresent());
        wrong.ifPresentOrElse(
                line -> lines.setErrorMessage("“" + line + "” is no host. " + HostPattern.SYNTAX),
                () -> save.accept(written()
                        .map(line -> HostPattern.parse(line).orElseThrow())
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    private Stream<String> written() {
        return lines.getValue().lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
