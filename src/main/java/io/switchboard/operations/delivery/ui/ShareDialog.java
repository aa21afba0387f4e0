package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.delivery.LinkToken;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.platform.documents.Watermark;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for how long and how often, and where the document can be marked or shown in part for that too; makes a link, and shows it once. */
public final class ShareDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final IntegerField uses = new IntegerField("Downloads");
    private final Select<Integer> days = new Select<>();
    private final Button make = new Button("Make the link");
    private final CopyFields copy = new CopyFields();

    /** On which terms a link is made. {@code sections}: the ids of the only ones to disclose; none where all are. */
    public record Terms(Duration validFor, int uses, Optional<Watermark> watermark, Optional<Set<String>> sections) {}

    /** How a link to the file is made. */
    @FunctionalInterface
    public interface Share {
        Enforced<?> with(Terms terms);
    }

    public ShareDialog(Slug tenant, String name, Share share, Runnable made) {
        setHeaderTitle("Share by a secure link");
        setWidth("min(40rem, 90vw)");
        days.setLabel("Valid for");
        days.setItems(List.of(1, 3, 7, 14, 30));
        days.setItemLabelGenerator(each -> each == 1 ? "1 day" : each + " days");
        days.setValue(7);
        uses.setValue(3);
        uses.setMin(1);
        uses.setMax(SecureLinks.MOST_USES);
        uses.setStepButtonsVisible(true);
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.addClickListener(_ -> tell(tenant, share, made));
        var limits = new Div(days, uses);
        limits.addClassName("form-line");
        add(new Paragraph("Whoever holds the link gets " + name + " as it is now, without signing in."), limits, copy);
        getFooter().add(new Button("Close", _ -> close()), make);
        addDialogCloseActionListener(_ -> close());
    }

    /** Asks for a watermark, too. */
    public ShareDialog withWatermark() {
        copy.askForWatermark();
        return this;
    }

    /** Asks for the sections, too, by their titles; all are chosen at first. */
    public ShareDialog withSections(List<CopyFields.Part> sections) {
        copy.askForSections(sections);
        return this;
    }

    /** Says something about what cannot be chosen. */
    public ShareDialog withNote(String note) {
        copy.add(new Paragraph(note));
        return this;
    }

    private void tell(Slug tenant, Share share, Runnable made) {
        boolean right = copy.check();
        uses.setInvalid(uses.getOptionalValue()
                .filter(value -> value >= 1 && value <= SecureLinks.MOST_USES)
                .isEmpty());
        if (uses.isInvalid()) {
            uses.setErrorMessage("1 to " + SecureLinks.MOST_USES);
        }
        if (right && !uses.isInvalid()) {
            make(tenant, share, made);
        }
    }

    private void make(Slug tenant, Share share, Runnable made) {
        var ended = share.with(
                new Terms(Duration.ofDays(days.getValue()), uses.getValue(), copy.watermark(), copy.sections()));
        removeAll();
        make.setVisible(false);
        if (ended instanceof Enforced.Done<?> done && done.value() instanceof SecureLinks.Shared shared) {
            add(link(tenant, shared.token()));
            made.run();
        } else {
            add(Refusal.of(tenant, "share the file", ended));
        }
    }

    private static Paragraph link(Slug tenant, LinkToken token) {
        var field = new TextField("The link, which is shown only now");
        field.setValue(address(token.path(tenant)));
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.addClassName("share-link");
        return new Paragraph(field);
    }

    /** On the address at which the portal was asked for. */
    private static String address(String path) {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? URI.create(request.getHttpServletRequest().getRequestURL().toString())
                        .resolve(path)
                        .toString()
                : path;
    }
}
