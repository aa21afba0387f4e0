package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a platform-admin can do with a flag. Each form tells what was wanted and how it ended. */
@org.springframework.stereotype.Component
class FlagForms {

    private final FlagChanges changes;
    private final FlagOwners owners;
    private final Tenants tenants;

    FlagForms(FlagChanges changes, FlagOwners owners, Tenants tenants) {
        this.changes = changes;
        this.owners = owners;
        this.tenants = tenants;
    }

    List<Component> of(
            TenantContext context, Flag flag, Snapshot now, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        return List.of(kill(context, flag, done), rules(context, flag, now, done), description(context, flag, done));
    }

    private Component kill(TenantContext context, Flag flag, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        return flag.on()
                ? FlagView.card(
                        "Kill switch",
                        new Paragraph("Off for everybody, at once, whatever the rules say. They stay as they are."),
                        button(
                                flag,
                                "Switch off for everybody",
                                ButtonVariant.LUMO_ERROR,
                                reason -> done.accept(
                                        "switch it off for everybody",
                                        changes.kill(context.caller(), flag.key(), reason))))
                : FlagView.card(
                        "Kill switch",
                        new Paragraph(
                                "It is switched off for everybody. The rules below count again once it is switched on."),
                        button(
                                flag,
                                "Switch on again",
                                ButtonVariant.LUMO_PRIMARY,
                                reason -> done.accept(
                                        "switch it on again", changes.restore(context.caller(), flag.key(), reason))));
    }

    private static Button button(
            Flag flag, String text, ButtonVariant variant, java.util.function.Consumer<String> confirmed) {
        var button = new Button(text, click -> new SwitchDialog(flag, text, confirmed).open());
        button.addThemeVariants(variant);
        return button;
    }

    private Component rules(
            TenantContext context, Flag flag, Snapshot now, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        return FlagView.card(
                "Rules",
                new Paragraph(
                        "The first rule that is about a tenant counts. A share is always the same tenants; a larger one only adds some."),
                new RulesEditor(
                        flag,
                        now,
                        tenants.inUse(),
                        (wanted, rules, why) -> done.accept(
                                wanted, changes.rule(context.caller(), flag.key(), flag.version(), rules, why))));
    }

    private Component description(
            TenantContext context, Flag flag, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        var fields = new FlagFields(
                owners.field(context.tenant().id(), flag.owner()),
                new FlagDraft(flag.title(), flag.owner(), flag.byDefault()));
        return FlagView.card(
                "Title, owner and default",
                fields,
                new Button(
                        "Save",
                        click -> done.accept(
                                "change title, owner and default",
                                changes.describe(context.caller(), flag.key(), flag.version(), fields.draft()))));
    }
}
