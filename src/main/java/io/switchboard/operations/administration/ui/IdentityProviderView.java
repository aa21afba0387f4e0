package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.administration.IdentityProviderConnection;
import io.switchboard.operations.administration.ProviderCredentials;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ConnectionId;
import io.switchboard.platform.identity.IdpConnection;
import io.switchboard.platform.identity.IdpConnection.Stage;
import io.switchboard.platform.identity.IdpConnections;
import io.switchboard.platform.identity.SignInAddresses;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Guides through connecting the tenant's own identity provider: connect, test, activate. Where it stands is always in sight. */
@Route(":tenant/settings/identity-provider")
@Menu(title = "Identity provider", order = 112, icon = "vaadin:key-o")
@PageTitle("Identity provider · Switchboard")
@StyleSheet("context://themes/base/administration.css")
@PermitAll
class IdentityProviderView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient IdentityProviderConnection connection;
    private final transient IdpConnections connections;
    private final transient ProofLine proof;
    private final Div outcome = new Div();

    IdentityProviderView(
            TenantContexts contexts,
            IdentityProviderConnection connection,
            IdpConnections connections,
            ProofLine proof) {
        super(contexts);
        this.connection = connection;
        this.connections = connections;
        this.proof = proof;
        outcome.addClassName("outcome");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        show(context);
    }

    private void show(TenantContext context) {
        removeAll();
        var candidate = connections.find(context.tenant().id(), Stage.CANDIDATE);
        add(new PageHeader(
                "Identity provider",
                "Your people sign in at your own OpenID provider. Nothing changes for them until the last step."));
        add(outcome, now(context));
        if (connection.mayConnect(context.caller())) {
            add(steps(context, candidate));
        } else {
            add(new Paragraph("Only a partner-admin of this tenant can connect an identity provider."));
        }
        add(wayBack(context));
    }

    /** Folded away while a connection is in use and no other is under way. */
    private Component steps(TenantContext context, Optional<IdpConnection> candidate) {
        var steps = new Div(connect(context, candidate), test(context, candidate), activate(context, candidate));
        steps.addClassName("idp-steps");
        boolean settled = candidate.isEmpty()
                && connections.find(context.tenant().id(), Stage.ACTIVE).isPresent();
        return settled ? new Details("Replace this connection by another one", steps) : steps;
    }

    private Component now(TenantContext context) {
        var active = connections.find(context.tenant().id(), Stage.ACTIVE);
        var facts = new Facts()
                .with("Sign-ins go through", active.map(IdpConnection::issuer).orElse("the platform's provider"));
        active.ifPresent(found -> facts.with(
                "First sign-in",
                found.firstLogin().isPresent()
                        ? new StateTag(StateTag.Tone.SUCCESS, "somebody came through it")
                        : new StateTag(StateTag.Tone.INFO, "nobody came through it yet")));
        var section = section("Now", facts);
        if (active.isPresent() && active.get().firstLogin().isEmpty()) {
            section.add(link(SignInAddresses.signIn(context.slug()), "Sign in through it now"));
        }
        proof.latest(context, IdentityProviderConnection.ACTIVATE, "Activated").ifPresent(section::add);
        return section;
    }

    private Component connect(TenantContext context, Optional<IdpConnection> candidate) {
        var form = new ProviderForm(
                issuer -> connection.discover(context.caller(), issuer), typed -> propose(context, typed));
        var section = section(
                "1 · Connect",
                new Paragraph(
                        "At your provider, register a confidential web client for this portal with these addresses."),
                new Facts()
                        .with("Redirect URI", address("the redirect URI", SignInAddresses.redirect(context.slug())))
                        .with("After sign-out", address("the address after sign-out", SignInAddresses.afterLogout())));
        candidate.ifPresentOrElse(
                found -> {
                    section.add(kept(found));
                    var again = new Details("Connect another one instead", form);
                    section.add(again);
                },
                () -> section.add(form));
        return section;
    }

    private static Component kept(IdpConnection candidate) {
        return new Facts().with("To be tested", candidate.issuer()).with("Client id", candidate.clientId());
    }

    private void propose(TenantContext context, ProviderCredentials typed) {
        tell(context, "connect this identity provider", connection.connect(context.caller(), typed));
    }

    private Component test(TenantContext context, Optional<IdpConnection> candidate) {
        var section = section(
                "2 · Test",
                new Paragraph(
                        "Sign in through it once, in this browser. You stay signed in as you are; it counts if your"
                                + " provider says that you are a partner-admin of this tenant."));
        candidate.ifPresentOrElse(
                found -> {
                    section.add(tested(found));
                    if (found.tested().isPresent() || found.problem().isPresent()) {
                        proof.latestTry(context, IdentityProviderConnection.TEST, "Last tested")
                                .ifPresent(section::add);
                    }
                    section.add(link(SignInAddresses.testLogin(context.slug()), "Start the test login"));
                },
                () -> section.add(notYet("Opens when a provider is connected.")));
        return section;
    }

    private static Component tested(IdpConnection candidate) {
        if (candidate.tested().isPresent()) {
            return new StateTag(StateTag.Tone.SUCCESS, "test passed");
        }
        return candidate
                .problem()
                .<Component>map(problem -> notice(new StateTag(StateTag.Tone.DANGER, "test failed"), problem))
                .orElseGet(() -> new StateTag(StateTag.Tone.INFO, "not tested"));
    }

    private Component activate(TenantContext context, Optional<IdpConnection> candidate) {
        var section = section(
                "3 · Activate",
                new Paragraph("From then on everybody of this tenant signs in at "
                        + candidate.map(IdpConnection::issuer).orElse("your provider")
                        + ". Who is signed in stays so."));
        candidate
                .filter(found -> found.tested().isPresent())
                .flatMap(IdpConnection::id)
                .ifPresentOrElse(
                        id -> section.add(new ActivateButton(() -> activate(context, id))),
                        () -> section.add(notYet("Opens when the test has passed.")));
        return section;
    }

    private void activate(TenantContext context, ConnectionId id) {
        tell(context, "activate this connection", connection.activate(context.caller(), id));
    }

    private void tell(TenantContext context, String wanted, Enforced<?> ended) {
        outcome.removeAll();
        if (!(ended instanceof Enforced.Done)) {
            outcome.add(Refusal.of(context.slug(), wanted, ended));
        }
        show(context);
    }

    private static Component wayBack(TenantContext context) {
        return section(
                "The way back in",
                new Paragraph("If your provider fails, a partner-admin comes in through the platform's provider at this"
                        + " address. Each use leaves a receipt, and so does each refusal. Keep it somewhere safe."),
                address("the address of the way back in", SignInAddresses.recovery(context.slug())));
    }

    private static CopyText address(String what, String path) {
        return new CopyText(what, PortalAddress.with(path));
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.setRouterIgnore(true);
        link.addClassName("action-link");
        return link;
    }

    private static Component notice(Component state, String sentence) {
        var notice = new Div(state, new Paragraph(sentence));
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static Paragraph notYet(String sentence) {
        var shown = new Paragraph(sentence);
        shown.addClassName("not-yet");
        return shown;
    }

    private static Section section(String title, Component... parts) {
        var section = new Section();
        section.addClassNames("card", "idp-step");
        section.add(new H2(title));
        section.add(parts);
        return section;
    }
}
