package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.operations.administration.KeyOperations;
import io.switchboard.operations.administration.Rehearsed;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.signing.KeyFile;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.ListedKey;
import io.switchboard.platform.signing.Overlap;
import io.switchboard.platform.signing.TrustRoot;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The tenant's keys: what signs, since when and until when; rotating, retiring and rehearsing. */
@Route(":tenant/settings/keys")
@Menu(title = "Keys", order = 114, icon = "vaadin:key")
@PageTitle("Keys · Switchboard")
@StyleSheet("context://themes/base/administration.css")
@PermitAll
class KeysView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient KeyOperations keys;
    private final transient TrustRoot root;
    private final transient ProofLine proof;
    private final transient Clock clock;
    private final Div outcome = new Div();

    KeysView(TenantContexts contexts, KeyOperations keys, TrustRoot root, ProofLine proof, Clock clock) {
        super(contexts);
        this.keys = keys;
        this.root = root;
        this.proof = proof;
        this.clock = clock;
        outcome.addClassName("outcome");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        show(context);
    }

    private void show(TenantContext context) {
        removeAll();
        var listed = keys.keys(context.tenant().id());
        add(
                new PageHeader(
                        "Keys",
                        "What signs this tenant's receipts, log and documents, and when each key counts. Private keys are encrypted and never shown."));
        add(outcome);
        KeyEnds.soon(listed, clock.instant()).forEach(this::add);
        add(trustRoot(), table(context, listed));
    }

    private Component trustRoot() {
        var links = new Span(
                new Anchor("/.well-known/switchboard-root.jwk", "the root"),
                new Span(" and "),
                new Anchor("/.well-known/switchboard-keys.json", "the signed key set"));
        return card(
                "Platform root",
                new Paragraph(
                        "The root signs every key set, and an outsider pins it. Compare this fingerprint over another"
                                + " channel."),
                new Facts()
                        .with("Fingerprint", new CopyText("the root's fingerprint", root.fingerprint()))
                        .with("Published", links));
    }

    private Component table(TenantContext context, List<ListedKey> listed) {
        var card = card("This tenant's keys");
        if (keys.mayManage(context.caller())) {
            card.add(buttons(context), new KeyTable(clock).of(listed, key -> confirmRetirement(context, key)));
        } else {
            card.add(
                    new KeyTable(clock).of(listed),
                    new Paragraph("Only a partner-admin of this tenant can change keys."));
        }
        proof.latest(context, KeyOperations.ROTATE, "Last rotated").ifPresent(card::add);
        proof.latest(context, KeyOperations.BRING, "Last brought").ifPresent(card::add);
        proof.latest(context, KeyOperations.RETIRE, "Last retired").ifPresent(card::add);
        return card;
    }

    private Component buttons(TenantContext context) {
        var rotate = new Button("Rotate…", click -> confirmRotation(context));
        rotate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var rehearse = new Button("Rehearse a rotation", click -> rehearse(context));
        var bring = new Button("Bring your own key…", click -> confirmBringing(context));
        var buttons = new Div(rotate, rehearse, bring);
        buttons.addClassName("buttons");
        return buttons;
    }

    private void confirmRotation(TenantContext context) {
        new RotateDialog(clock, (use, overlap) -> rotate(context, use, overlap)).open();
    }

    private void rotate(TenantContext context, KeyUse use, Overlap overlap) {
        tell(
                context,
                "rotate the key for " + use.wire() + "s",
                "The new key signs from now on.",
                keys.rotate(context.caller(), use, overlap));
    }

    private void confirmBringing(TenantContext context) {
        new BringDialog((file, overlap) -> bring(context, file, overlap)).open();
    }

    private void bring(TenantContext context, KeyFile file, Overlap overlap) {
        tell(context, "bring this key", "Your key signs from now on.", keys.bring(context.caller(), file, overlap));
    }

    private void confirmRetirement(TenantContext context, ListedKey key) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Retire this key?");
        dialog.setText(
                "Its window ends now, or a minute after its successor came. What it has signed stays valid; whatever"
                        + " somebody signs with it afterwards is refused. A new key set is published at once. This cannot be undone.");
        dialog.setConfirmText("Retire");
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirmed -> retire(context, key));
        dialog.open();
    }

    private void retire(TenantContext context, ListedKey key) {
        keys.retire(context.caller(), key.id())
                .ifPresent(ended -> tell(
                        context,
                        "retire key " + key.id(),
                        "The key is retired: its window ends within a minute.",
                        ended));
    }

    private void rehearse(TenantContext context) {
        outcome.removeAll();
        outcome.add(
                switch (keys.rehearse(context.caller(), new Overlap(Duration.ofDays(1)))) {
                    case Enforced.Done<Rehearsed> done -> new RehearsalReport(context.slug(), done);
                    case Enforced<Rehearsed> ended -> Refusal.of(context.slug(), "rehearse a rotation", ended);
                });
    }

    private void tell(TenantContext context, String wanted, String success, Enforced<ListedKey> ended) {
        outcome.removeAll();
        outcome.add(
                ended instanceof Enforced.Done<ListedKey> done
                        ? notice(context, success, done)
                        : Refusal.of(context.slug(), wanted, ended));
        show(context);
    }

    private static Component notice(TenantContext context, String sentence, Enforced.Done<ListedKey> done) {
        var notice = new Div(
                new StateTag(StateTag.Tone.SUCCESS, "done"),
                new Span(sentence),
                new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
        notice.addClassNames("notice", "key-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "keys-card");
        card.add(parts);
        return card;
    }
}
