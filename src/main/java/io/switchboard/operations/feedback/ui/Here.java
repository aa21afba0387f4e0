package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import io.switchboard.control.enforcement.ui.FrictionRaised;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.feedback.Attachment;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known about the place from which somebody reports. Of an address's query the names only: what was searched for stays with who searched. */
record Here(Map<Attachment, String> attachments) {

    private static final int LONGEST_ADDRESS = 400;

    static Here of(UI ui, String correlation, Optional<String> build, Optional<FrictionRaised.About> about) {
        var found = new EnumMap<Attachment, String>(Attachment.class);
        found.put(Attachment.SCREEN, screen(ui));
        found.put(Attachment.ADDRESS, address(ui.getActiveViewLocation()));
        about.flatMap(FrictionRaised.About::action)
                .map(ActionId::value)
                .ifPresent(value -> found.put(Attachment.ACTION, value));
        about.flatMap(FrictionRaised.About::rule).ifPresent(value -> found.put(Attachment.RULE, value));
        about.flatMap(FrictionRaised.About::decision)
                .map(DecisionId::value)
                .ifPresent(value -> found.put(Attachment.DECISION, value));
        about.flatMap(FrictionRaised.About::receipt)
                .map(ReceiptId::value)
                .ifPresent(value -> found.put(Attachment.RECEIPT, value));
        found.put(
                Attachment.CORRELATION,
                about.flatMap(FrictionRaised.About::correlation)
                        .map(CorrelationId::value)
                        .orElse(correlation));
        build.ifPresent(value -> found.put(Attachment.BUILD, value));
        found.entrySet().removeIf(entry -> !entry.getKey().takes(entry.getValue()));
        return new Here(found);
    }

    private static String screen(UI ui) {
        Component view = ui.getCurrentView();
        return RouteConfiguration.forSessionScope()
                .getTemplate(view.getClass())
                .orElseGet(() -> named(view.getClass()));
    }

    /** A page that is at no address of its own, such as the one that says that nothing is there: "not found page". */
    private static String named(Class<?> view) {
        var words = view.getSimpleName().replaceFirst("View$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT) + " page";
    }

    private static String address(Location location) {
        var names = location.getQueryParameters().getParameters().keySet().stream()
                .sorted()
                .map(name -> name + "=…")
                .collect(Collectors.joining("&"));
        var address = "/" + location.getPath() + (names.isEmpty() ? "" : "?" + names);
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }
}
