package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.platform.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;

/** The rules in their order, each with what can be done with it, and a form for one more. Each click is a change of its own. */
final class RulesEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Flag flag;
    private final transient TenantNames names;
    private final transient Changed changed;
    private final TextField why = new TextField("Why");

    RulesEditor(Flag flag, Snapshot now, List<Tenant> tenants, Changed changed) {
        this.flag = flag;
        this.names = new TenantNames(tenants);
        this.changed = changed;
        addClassName("flag-fields");
        why.setMaxLength(FlagChanges.LONGEST_REASON);
        why.setHelperText("For the history and the receipt of the next change.");
        why.addClassName("flag-wide");
        add(flag.rules().isEmpty() ? new Paragraph("There is no rule yet: every tenant gets the default.") : list());
        add(why, new RuleForm(now, tenants, this::added));
    }

    private Component list() {
        var list = new OrderedList();
        list.addClassName("flag-rules");
        for (int i = 0; i < flag.rules().size(); i++) {
            list.add(item(i));
        }
        return list;
    }

    private ListItem item(int place) {
        var rule = flag.rules().get(place);
        var words = FlagWords.target(rule.target(), names);
        var row = new Div(new Span(words), FlagWords.value(rule.serve()));
        if (place > 0) {
            row.add(button("Earlier", words, () -> earlier(place)));
        }
        row.add(button("Remove", words, () -> removed(place)));
        row.addClassName("flag-row");
        return new ListItem(row);
    }

    private static Button button(String text, String rule, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text + ": " + rule);
        return button;
    }

    private void earlier(int place) {
        var rules = new ArrayList<>(flag.rules());
        rules.add(place - 1, rules.remove(place));
        changed.to("move the rule", rules, why.getValue());
    }

    private void removed(int place) {
        var rules = new ArrayList<>(flag.rules());
        rules.remove(place);
        changed.to("remove the rule", rules, why.getValue());
    }

    /** Of shares there is one for each value: another percentage takes its place. */
    private void added(Rule rule) {
        var rules = new ArrayList<>(flag.rules());
        int same = place(rule);
        if (same < 0) {
            rules.add(rule);
        } else {
            rules.set(same, rule);
        }
        changed.to(same < 0 ? "add the rule" : "change the rule", rules, why.getValue());
    }

    private int place(Rule rule) {
        for (int i = 0; i < flag.rules().size(); i++) {
            if (rule.replaces(flag.rules().get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What was wanted, the rules it comes to, and why. */
    interface Changed {
        void to(String wanted, List<Rule> rules, String why);
    }
}
