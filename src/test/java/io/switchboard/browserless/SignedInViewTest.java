package io.switchboard.browserless;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import io.switchboard.Switchboard;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.TestSignIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ContextConfiguration;

/**
 * A view without a browser: {@code signedIn("globex", "grace"); var view = navigate("globex/receipts", ReceiptsView.class);}. One portal with the
 * demo tenants serves all tests of the JVM, so a test relies on what it made itself. Each test begins with a new session. Components are found by {@code find(Button.class)}; {@code $} is on its way out.
 */
@SpringBootTest(classes = Switchboard.class)
@ContextConfiguration(initializers = DemoPortal.class)
@WithMockUser
@ViewPackages(packages = "io.switchboard")
public abstract class SignedInViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext portal;

    /** Makes the session that of a demo person; a second call adds a sign-in to another tenant. */
    protected final Member signedIn(String tenant, String user) {
        return TestSignIns.signIn(portal, tenant, user);
    }

    protected final <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }
}
