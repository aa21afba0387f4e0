package io.switchboard.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** WCAG 2.2 A and AA, as far as axe can tell; one line for each element that violates a rule. */
final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What another width can break on a page whose elements have passed at the first. */
    private static final List<String> OF_LAYOUT =
            List.of("target-size", "scrollable-region-focusable", "aria-hidden-focus", "nested-interactive", "label");

    private Accessibility() {}

    static List<String> violations(Page page) {
        return of(new AxeBuilder(page).withTags(RULES));
    }

    /** The same page, laid out otherwise: a second or two less than all rules again. */
    static List<String> violationsOfLayout(Page page) {
        return of(new AxeBuilder(page).withRules(OF_LAYOUT));
    }

    /** In the page itself: no page here has a frame of somebody else's, for which axe would open another page each time. */
    private static List<String> of(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(Accessibility::lines)
                .toList();
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream().map(node -> line(rule, node));
    }

    private static String line(Rule rule, CheckedNode node) {
        return rule.getId() + " at " + node.getTarget() + ": " + rule.getHelp() + " - "
                + node.getFailureSummary().replaceAll("\\s+", " ") + " " + node.getHtml();
    }
}
