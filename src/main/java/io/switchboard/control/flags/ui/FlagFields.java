package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.Variant;
import io.switchboard.platform.identity.Member;
import java.util.Optional;

/** What a person says about a flag. */
final class FlagFields extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField title = new TextField("Title");
    private final Select<Boolean> byDefault = new Select<>();
    private final Select<Member> owner;

    FlagFields(Select<Member> owner, FlagDraft draft) {
        this.owner = owner;
        addClassName("flag-fields");
        title.setValue(draft.title());
        title.setMaxLength(FlagDraft.LONGEST_TITLE);
        title.addClassName("flag-wide");
        byDefault.setLabel("Default");
        byDefault.setHelperText("For tenants that no rule is about.");
        byDefault.setItems(false, true);
        byDefault.setItemLabelGenerator(Variant::of);
        byDefault.setValue(draft.byDefault());
        add(title, owner, byDefault);
    }

    FlagDraft draft() {
        return new FlagDraft(
                title.getValue().strip(), Optional.ofNullable(owner.getValue()).map(Member::id), byDefault.getValue());
    }
}
