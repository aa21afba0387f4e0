package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.bundles.BundleChanges;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.bundles.Proposal;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.policy.BundleFiles;
import io.switchboard.control.policy.BundleProblem;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.VersionDraft;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The next version, made from one that is there: its files as text, checked before they are saved. */
@Route(":tenant/policy/:version/edit")
@PageTitle("Propose a policy version · Switchboard")
@StyleSheet("context://themes/base/policy.css")
@OfPlatform
@PermitAll
class EditView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient BundleDesk desk;
    private final transient BundleChanges changes;
    private final Told told = new Told();
    private final Div problems = new Div();
    private final Select<String> file = new Select<>();
    private final TextArea text = new TextArea("Text");
    private final TextField title = new TextField("Title");
    private final TextArea why = new TextArea("Why");
    private transient BundleFiles draft = BundleFiles.of(Map.of());

    EditView(TenantContexts contexts, BundleDesk desk, BundleChanges changes) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        problems.getElement().setAttribute("role", "status");
        file.setLabel("File");
        file.addClassName("policy-wide");
        text.addClassNames("policy-text", "policy-wide");
        text.setHelperText("A file without a text is left out of the version.");
        fresh.setHelperText("Such as quarantine.cedar.");
        fresh.setMaxLength(80);
        text.setMaxLength(BundleFiles.LARGEST);
        title.setMaxLength(VersionDraft.LONGEST_TITLE);
        title.addClassName("policy-wide");
        title.setRequiredIndicatorVisible(true);
        why.setMaxLength(VersionDraft.LONGEST_WHY);
        why.addClassName("policy-wide");
        file.addValueChangeListener(change -> chosen(change.getOldValue(), change.getValue()));
    }

    private final TextField fresh = new TextField("Name of a new file");

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        told.removeAll();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the policies", against.get()));
            return;
        }
        var mayNot = desk.againstProposing(context.caller());
        if (mayNot.isPresent()) {
            add(new NotAllowedToSee("the form for a proposal", mayNot.get()));
            return;
        }
        VersionView.number(event)
                .flatMap(number -> desk.find(context.caller(), number))
                .ifPresentOrElse(
                        version -> show(context, version), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, PolicyVersion version) {
        removeAll();
        problems.removeAll();
        open(version.files(), version.files().texts().firstKey());
        var check = new Button("Check", click -> check(context));
        var propose = new Button("Propose", click -> propose(context, version));
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(propose, check);
        buttons.addClassName("policy-row");
        add(
                new PageHeader(
                        "Propose a version of the policies",
                        "Made from version " + version.number()
                                + ". What you propose is not in force: it is simulated and approved first."),
                told,
                PolicyWords.card("Files", file, adding(), text),
                PolicyWords.card("What it is for", title, why, problems, buttons));
    }

    /** Nothing is chosen while the files are exchanged, so that no text gets into the wrong one. */
    private void open(BundleFiles files, String shown) {
        file.clear();
        draft = files;
        file.setItems(List.copyOf(files.texts().keySet()));
        file.setValue(shown);
    }

    private Div adding() {
        var adding = new Div(
                fresh,
                new Button("Add the file", click -> added(fresh.getValue().strip())));
        adding.addClassName("policy-row");
        return adding;
    }

    /** It begins with a comment: a file without a text is left out. */
    private void added(String name) {
        var fault = written().text(name).isPresent()
                ? Optional.of("There is a file of this name. Choose it above.")
                : BundleFiles.faultOfName(name);
        fresh.setInvalid(fault.isPresent());
        fresh.setErrorMessage(fault.orElse(""));
        if (fault.isEmpty()) {
            fresh.clear();
            open(draft.with(name, "// What these policies are about.\n"), name);
            text.focus();
        }
    }

    private void chosen(@Nullable String before, @Nullable String now) {
        if (before != null && !before.equals(now)) {
            draft = draft.with(before, text.getValue());
        }
        text.setValue(Optional.ofNullable(now).flatMap(draft::text).orElse(""));
    }

    private BundleFiles written() {
        draft = draft.with(file.getValue(), text.getValue());
        return draft;
    }

    private boolean check(TenantContext context) {
        var found = desk.problems(context.caller(), written());
        problems.removeAll();
        if (found.isEmpty()) {
            problems.add(new Paragraph("The files make a bundle."));
        } else {
            var list = new UnorderedList();
            found.forEach(problem -> list.add(new ListItem(words(problem))));
            problems.add(new Paragraph("The files cannot be saved like this:"), list);
        }
        return found.isEmpty();
    }

    private static String words(BundleProblem problem) {
        return problem.file() + ", line " + problem.line() + ", " + problem.where() + ": " + problem.sentence();
    }

    private void propose(TenantContext context, PolicyVersion version) {
        if (check(context)) {
            var proposal = new Proposal(draft, title.getValue(), why.getValue(), version.number());
            var ended = changes.propose(context.caller(), proposal);
            if (ended instanceof Enforced.Done<PolicyVersion> done) {
                UI.getCurrent().navigate(context.path("policy/" + done.value().number()));
            } else {
                told.tell(context, "propose this version", ended);
            }
        }
    }
}
