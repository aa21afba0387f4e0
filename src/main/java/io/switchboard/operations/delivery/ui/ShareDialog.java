package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Asks for how long and how often, makes a link, and shows it once. */
public final class ShareDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final IntegerField uses = new IntegerField("Downloads");
    private final Select<Integer> days = new Select<>();
    private final Button make = new Button("Make the link");

    /** How a link to the file is made. */
    @FunctionalInterface
    public interface Share {
        Enforced<?> with(Duration validFor, int uses);
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
        add(new Paragraph("Whoever holds the link gets " + name + " as it is now, without signing in."), days, uses);
        getFooter().add(new Button("Close", _ -> close()), make);
        addDialogCloseActionListener(_ -> close());
    }

    private void tell(Slug tenant, Share share, Runnable made) {
        uses.setInvalid(uses.getOptionalValue()
                .filter(value -> value >= 1 && value <= SecureLinks.MOST_USES)
                .isEmpty());
        if (uses.isInvalid()) {
            uses.setErrorMessage("1 to " + SecureLinks.MOST_USES);
            return;
        }
        var ended = share.with(Duration.ofDays(days.getValue()), uses.getValue());
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
        field.setValue(address("/share/" + tenant + "/" + token.value()));
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
