package io.switchboard.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** What every page loads: Lumo, then the house's own tokens. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://themes/base/base.css")
@Viewport("width=device-width, initial-scale=1")
public class Portal implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/themes/base/favicon.svg", "any");
        settings.addMetaTag("color-scheme", "light");
    }
}
