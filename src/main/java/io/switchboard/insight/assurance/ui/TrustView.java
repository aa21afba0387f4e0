package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.insight.assurance.LatestPosture;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** For whoever judges the tenant and believes no screenshot: five claims, the documents, and how to check both without us. */
@Route(":tenant/trust")
@Menu(title = "Trust", order = 300, icon = "vaadin:shield")
@PageTitle("Trust · Switchboard")
@StyleSheet("context://themes/base/assurance.css")
@PermitAll
class TrustView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient CurrentMember member;
    private final transient LatestPosture posture;
    private final transient PostureOnePager onePager;
    private final transient PosturePacks packs;
    private final transient TrustShares shares;
    private final transient EvidenceExports exports;
    private final transient IssuedFiles issued;
    private final transient List<TrustNotice> notices;
    private final transient TrustRoot root;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private final Div links = new Div();

    TrustView(
            TenantContexts contexts,
            CurrentMember member,
            LatestPosture posture,
            PostureOnePager onePager,
            PosturePacks packs,
            TrustShares shares,
            EvidenceExports exports,
            IssuedFiles issued,
            List<TrustNotice> notices,
            TrustRoot root,
            Clock clock) {
        super(contexts);
        this.member = member;
        this.posture = posture;
        this.onePager = onePager;
        this.packs = packs;
        this.shares = shares;
        this.exports = exports;
        this.issued = issued;
        this.notices = List.copyOf(notices);
        this.root = root;
        this.clock = clock;
        addClassName("trust");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var tenant = context.tenant();
        var claims = new ClaimList(clock);
        claims.show(posture.of(tenant));
        add(new PageHeader(
                "Trust",
                "What " + tenant.name() + " can prove about how it is governed, checked from its own records.",
                checkAgain(tenant, claims)));
        notices.stream().flatMap(notice -> notice.of(context).stream()).forEach(this::add);
        add(ending, claims, downloads(context), links, new VerifyYourself(tenant.slug(), root.fingerprint()));
        shared(context);
    }

    private void shared(TenantContext context) {
        shares.show(links, context, (wanted, ended) -> {
            shared(context);
            ending.tell(context.slug(), wanted, ended);
        });
    }

    private Button checkAgain(Tenant tenant, ClaimList claims) {
        var button = new Button("Check again", VaadinIcon.REFRESH.create(), clicked -> {
            claims.show(posture.check(tenant));
            clicked.getSource().setEnabled(true);
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setDisableOnClick(true);
        return button;
    }

    private Downloads downloads(TenantContext context) {
        var tenant = context.tenant();
        var downloads = new Downloads(tenant.slug(), clock, () -> issued.latest(tenant.id()));
        var choice = new BundleChoice(issued.bundles(tenant.id()), clock);
        Runnable shared = () -> {
            downloads.refresh();
            shared(context);
        };
        return downloads.with(
                choice,
                shares.buttons(context, () -> caller(tenant), choice::scope, shared),
                downloads.button(
                        "Posture one-pager",
                        "issue the posture one-pager",
                        () -> handed(onePager.issue(caller(tenant)), this::pdf)),
                downloads.button(
                        "Posture pack",
                        "issue the posture pack",
                        () -> handed(packs.issue(caller(tenant)), this::packPdf)),
                downloads.button(
                        "Evidence bundle",
                        "export the evidence bundle",
                        () -> handed(exports.export(caller(tenant), choice.scope()), this::bundle)));
    }

    private Downloads.Handed pdf(OnePager page) {
        return new Downloads.Handed(OnePager.NAME + ".pdf", "application/pdf", page.pdf());
    }

    private Downloads.Handed packPdf(PosturePack pack) {
        return new Downloads.Handed(PosturePack.NAME + ".pdf", "application/pdf", pack.pdf());
    }

    private Downloads.Handed bundle(byte[] zip) {
        return new Downloads.Handed("evidence.zip", "application/zip", zip);
    }

    /** Asked anew for every click: a role that was withdrawn since counts no longer. */
    private Caller caller(Tenant tenant) {
        return member.callerIn(tenant.id()).orElseThrow(NotFoundException::new);
    }

    private static <T> Enforced<Downloads.Handed> handed(Enforced<T> ended, Function<T, Downloads.Handed> file) {
        return switch (ended) {
            case Enforced.Done<T> done ->
                new Enforced.Done<>(file.apply(done.value()), done.decision(), done.receipt());
            case Enforced.Refused<T> refused -> new Enforced.Refused<>(refused.decision(), refused.receipt());
            case Enforced.Failed<T> failed ->
                new Enforced.Failed<>(failed.failure(), failed.decision(), failed.receipt());
        };
    }
}
