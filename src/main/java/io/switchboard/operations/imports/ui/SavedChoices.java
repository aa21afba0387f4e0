package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.SavedMapping.Offer;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;

/** The tenant's saved mappings beside this file: take one, save this one under a name, delete one. */
final class SavedChoices extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 80;

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportPage page;
    private final transient ImportPlan plan;

    SavedChoices(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        this.context = context;
        this.desk = desk;
        this.page = page;
        this.plan = plan;
        addClassName("imports-saved");
        var offers = desk.drafts().offers(context.caller(), plan.id());
        add(
                offers.isEmpty()
                        ? new Paragraph("None yet. Save this one when a file like it will come again.")
                        : list(offers));
        add(save());
    }

    private Component list(List<Offer> offers) {
        var list = new UnorderedList();
        for (int i = 0; i < offers.size(); i++) {
            list.add(line(offers.get(i), i == 0 && offers.get(i).fits()));
        }
        return list;
    }

    private ListItem line(Offer offer, boolean suggested) {
        var line = new ListItem(Words.styled("imports-saved-name", offer.saved().name()));
        line.addClassName("imports-saved-line");
        if (inUse(offer)) {
            line.add(new StateTag(StateTag.Tone.SUCCESS, "In use"));
        } else if (suggested) {
            line.add(new StateTag(StateTag.Tone.SUCCESS, "Suggested"));
        }
        line.add(Words.styled("imports-saved-why", why(offer)));
        if (offer.fits() && !inUse(offer)) {
            line.add(use(offer, suggested));
        }
        line.add(delete(offer));
        return line;
    }

    private boolean inUse(Offer offer) {
        return offer.saved().mapping().equals(plan.mapping());
    }

    private static String why(Offer offer) {
        return offer.fits()
                ? "All of its columns are in the file."
                : "Does not fit: the file has no column " + String.join(", ", offer.missing()) + ".";
    }

    private Button use(Offer offer, boolean suggested) {
        var use = new Button(
                "Use",
                click -> page.said(desk.drafts()
                        .use(context.caller(), plan.id(), offer.saved().id())));
        use.setAriaLabel("Use the mapping " + offer.saved().name());
        use.addThemeVariants(suggested ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_TERTIARY);
        return use;
    }

    private Button delete(Offer offer) {
        var delete = new Button(
                "Delete",
                click -> desk.mappings()
                        .delete(context.caller(), offer.saved().id())
                        .ifPresentOrElse(ended -> page.answered("delete this mapping", ended), page::refresh));
        delete.setAriaLabel("Delete the mapping " + offer.saved().name());
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return delete;
    }

    private Component save() {
        var name = new TextField("Save this mapping as");
        name.setPlaceholder("Name of the source");
        name.setMaxLength(LONGEST_NAME);
        var save = new Button(
                "Save mapping",
                click -> desk.mappings()
                        .save(context.caller(), plan.id(), name.getValue().strip())
                        .ifPresent(ended -> page.answered("save this mapping", ended)));
        var row = new Div(name, save);
        row.addClassName("imports-saved-new");
        return row;
    }
}
