package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;

/** How an identity provider keeps members up to date: the base URL, where its credential comes from, and how to see that it works. */
final class ScimCard extends Section {

    private static final long serialVersionUID = 1L;

    ScimCard() {
        addClassName("card");
        var base = PortalAddress.with("/scim/v2");
        add(
                new H2("Keep members up to date by SCIM"),
                new Paragraph(
                        "An identity provider can add, change and deactivate members by itself. Every write is decided"
                                + " by policy and leaves a receipt; raised rights and mass changes wait for an approval."),
                new Facts()
                        .with("Base URL", new CopyText("the base URL", base))
                        .with(
                                "Credential",
                                "An OAuth 2.0 service client with the role partner-admin (client credentials, audience"
                                        + " switchboard-api). Whoever runs this portal registers it.")
                        .with(
                                "Works with",
                                "Microsoft Entra ID, Okta, and every client of SCIM 2.0 (RFC 7643, RFC 7644)."),
                new Paragraph(
                        "Test the connection with the provider's own test button, or ask with the client's token:"),
                new Code("curl -H \"Authorization: Bearer $TOKEN\" " + base + "/Users?count=1"),
                new Paragraph(
                        "An answer with status 200 and a totalResults says that it works. The steps for each provider are"
                                + " in the manual's page on SCIM (docs/scim.md)."));
    }
}
