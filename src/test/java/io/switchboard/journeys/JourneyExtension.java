package io.switchboard.journeys;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Portal and browser start with the first journey of the JVM and end with the last; each test has its own {@link Stage}. */
final class JourneyExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace SPACE = Namespace.create(JourneyExtension.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        var all = test.getRoot().getStore(SPACE);
        var portal = all.computeIfAbsent(JourneyPortal.class, key -> JourneyPortal.start(), JourneyPortal.class);
        var browser = all.computeIfAbsent(JourneyBrowser.class, key -> JourneyBrowser.launch(), JourneyBrowser.class);
        var shots = all.computeIfAbsent(test.getRequiredTestClass(), Shots::new, Shots.class);
        var stage = new Stage(portal, browser.browser(), shots);
        test.getStore(SPACE).put(Stage.class, stage);
        ((Journey) test.getRequiredTestInstance()).enter(stage);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var stage = test.getStore(SPACE).get(Stage.class, Stage.class);
        if (stage != null) {
            stage.end(test.getExecutionException().isPresent(), name(test));
        }
    }

    private static String name(ExtensionContext test) {
        return Shots.name(test.getRequiredTestClass()) + "-"
                + test.getRequiredTestMethod().getName();
    }
}
