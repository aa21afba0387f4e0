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

    private Accessibility() {}

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
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
