package io.switchboard.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.PageHeader;
import java.util.Locale;

/** The start page: asks for the tenant, whose own provider then asks who it is, and tells a stranger politely what happened. */
@Route(value = "welcome", autoLayout = false)
@RouteAlias(value = "", autoLayout = false)
@PageTitle("Switchboard")
@AnonymousAllowed
class WelcomeView extends Main implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final TextField tenant = new TextField("Your tenant's short name");

    WelcomeView() {
        addClassNames("page", "door");
        tenant.setPlaceholder("for example globex");
        tenant.setHelperText("It is the first part of every address that your colleagues send you.");
        tenant.setAutofocus(true);
        tenant.setMaxLength(40);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters().getParameters();
        add(new PageHeader(
                "Switchboard", "Every governed action leaves a signed receipt that you can verify offline."));
        if (query.containsKey("stranger")) {
            add(notice("You signed in, but you are not a member of that tenant. "
                    + "Ask its partner admin to add you, then follow your link again."));
        }
        if (query.containsKey("recovery")) {
            add(notice("The way back in is for partner admins, and you are none of that tenant's. "
                    + "Sign in as usual, or ask its partner admin; the attempt is on record."));
        }
        if (query.containsKey("failed")) {
            add(notice("The sign-in did not complete. "
                    + "Follow your tenant's link again; if it happens twice, tell your partner admin."));
        }
        add(form());
    }

    private Div form() {
        var go = new Button("Sign in", click -> open());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        var form = new Div(tenant, go);
        form.addClassNames("card", "door-form");
        return form;
    }

    private void open() {
        var name = tenant.getValue().strip().toLowerCase(Locale.ROOT);
        if (Slug.isValid(name)) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("/oauth2/authorization/" + name));
        } else {
            tenant.setInvalid(true);
            tenant.setErrorMessage(
                    "A short name has lower-case letters, digits and hyphens, and begins with a letter.");
        }
    }

    private static Paragraph notice(String sentence) {
        var notice = new Paragraph(sentence);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
