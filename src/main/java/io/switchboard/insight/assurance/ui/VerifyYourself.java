package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.switchboard.kernel.Slug;

/** Three steps that need nothing of this portal but what was downloaded: bundle, root, verifier. */
final class VerifyYourself extends Section {

    private static final long serialVersionUID = 1L;
    static final String COMMAND = "java -jar switchboard-verify.jar evidence.zip --trust-root switchboard-root.jwk";

    VerifyYourself(Slug tenant, String fingerprint) {
        addClassNames("card", "verify-yourself");
        var steps = new OrderedList(
                new ListItem("Export the evidence bundle above; it holds every receipt, the keys and the documents."),
                root(fingerprint),
                new ListItem(
                        new Paragraph("Run the verifier, offline, on any computer with Java 25 or later:"), command()));
        add(new H2("Check it yourself"), new Paragraph("None of this asks for trust."), steps, keys(tenant));
    }

    private static Paragraph keys(Slug tenant) {
        return new Paragraph(
                new Span("Which keys sign, and since when, is on the page "),
                new Anchor("/" + tenant + "/settings/keys", "Keys"),
                new Span("."));
    }

    private static ListItem root(String fingerprint) {
        var link = new Anchor("/.well-known/switchboard-root.jwk", "trust root");
        link.getElement().setAttribute("download", "switchboard-root.jwk");
        var value = new Code(fingerprint);
        value.addClassName("fingerprint");
        return new ListItem(
                new Paragraph(
                        new Span("Download the "),
                        link,
                        new Span(" and compare its fingerprint with the one you were given over another channel:")),
                value);
    }

    private static Div command() {
        var line = new Div(new Code(COMMAND), copy());
        line.addClassName("command");
        return line;
    }

    private static Button copy() {
        var copy = new Button("Copy", VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel("Copy the command");
        // Browsers allow the clipboard only while they handle the click itself, so it is not done on the server.
        copy.getElement().executeJs("this.addEventListener('click', () => navigator.clipboard.writeText($0))", COMMAND);
        return copy;
    }
}
