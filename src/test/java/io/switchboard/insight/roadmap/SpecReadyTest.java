package io.switchboard.insight.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SpecReadyTest {

    static final Evidence FOUND = new Evidence(
            new Finding(FindingKind.DENIAL, "imports.commit", "imports.commit: denied", Map.of("denied", 40L)),
            Instant.parse("2026-05-04T10:00:00Z"),
            30);
    static final Spec READY = new Spec(
            Optional.of(target("finding.denied", 40, 10)),
            List.of("imports.commit", "new:imports.rehearse"),
            "Operators may rehearse, nothing else changes.",
            List.of("An operator rehearses and changes nothing."),
            "rehearse-imports",
            "Denied commits, weekly, by the PM.",
            "The flag is switched off for everybody.",
            List.of("Given an operator when they rehearse then nothing changes."));

    private final SpecReady gate = new SpecReady(Figures.of(Optional.of(FOUND)), Set.of("imports.commit")::contains);

    private static MetricTarget target(String figure, long baseline, long target) {
        return new MetricTarget(
                figure, BigDecimal.valueOf(baseline), BigDecimal.valueOf(target), LocalDate.parse("2026-12-31"));
    }

    private Optional<Missing> onlyMissing(UnaryOperator<Spec> change) {
        var missing = gate.missing(change.apply(READY));
        assertThat(missing).hasSizeLessThanOrEqualTo(1);
        return missing.stream().findFirst();
    }

    private static UnaryOperator<Spec> targeting(MetricTarget target) {
        return spec -> new Spec(
                Optional.of(target),
                spec.actions(),
                spec.policyPlan(),
                spec.tests(),
                spec.flag(),
                spec.signal(),
                spec.wayBack(),
                spec.acceptance());
    }

    private static UnaryOperator<Spec> policed(List<String> actions, String plan) {
        return spec -> new Spec(
                spec.target(),
                actions,
                plan,
                spec.tests(),
                spec.flag(),
                spec.signal(),
                spec.wayBack(),
                spec.acceptance());
    }

    private static UnaryOperator<Spec> operated(String flag, String signal, String wayBack) {
        return spec -> new Spec(
                spec.target(),
                spec.actions(),
                spec.policyPlan(),
                spec.tests(),
                flag,
                signal,
                wayBack,
                spec.acceptance());
    }

    private static UnaryOperator<Spec> tested(List<String> tests, List<String> acceptance) {
        return spec -> new Spec(
                spec.target(),
                spec.actions(),
                spec.policyPlan(),
                tests,
                spec.flag(),
                spec.signal(),
                spec.wayBack(),
                acceptance);
    }

    @Test
    void nothingIsMissingFromACompleteSpecAndEverythingFromAnEmptyOne() {
        assertThat(gate.missing(READY)).isEmpty();
        assertThat(gate.missing(Spec.EMPTY)).extracting(Missing::requirement).containsExactly(Requirement.values());
    }

    @Test
    void aTargetIsAboutAFigureThatIsMeasuredFromWhatWasFoundToSomethingBetter() {
        assertThat(onlyMissing(targeting(target("finding.joy", 1, 2))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("no figure “finding.joy”"));
        assertThat(onlyMissing(targeting(target("finding.denied", 39, 10))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("not what was found, which is 40"));
        assertThat(onlyMissing(targeting(target("finding.denied", 40, 40))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("target is the baseline"));
        assertThat(onlyMissing(targeting(target("finding.denied", 40, 41))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("less is better"));
        assertThat(onlyMissing(targeting(target("import-dry-run-pass", 80, 70))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("more is better"));
        assertThat(onlyMissing(targeting(target("import-dry-run-pass", 80, 90))))
                .isEmpty();
    }

    @Test
    void aPolicyPlanNamesActionsThatPoliciesKnowOrThatTheItemBrings() {
        assertThat(onlyMissing(policed(List.of("imports.comit"), READY.policyPlan())))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("no action imports.comit"));
        assertThat(onlyMissing(policed(List.of("new:Not an action"), READY.policyPlan())))
                .isPresent();
        assertThat(onlyMissing(policed(List.of(), "None."))).isPresent();
        assertThat(onlyMissing(policed(List.of(), "No rule changes for anybody.")))
                .isEmpty();
    }

    @Test
    void anOperabilityPlanNamesTheFlagWhatIsWatchedAndTheWayBack() {
        assertThat(onlyMissing(operated("Not a flag", READY.signal(), READY.wayBack())))
                .isPresent();
        assertThat(onlyMissing(operated("a-flag", "", READY.wayBack()))).isPresent();
        assertThat(onlyMissing(operated("a-flag", READY.signal(), "off"))).isPresent();
    }

    @Test
    void testsAreSentencesAndAcceptanceTestsSayGivenWhenThen() {
        assertThat(onlyMissing(tested(List.of("tests"), READY.acceptance()))).isPresent();
        assertThat(onlyMissing(tested(READY.tests(), List.of("It works."))))
                .hasValueSatisfying(it -> assertThat(it.what()).contains("“It works.”"));
        assertThat(onlyMissing(tested(READY.tests(), List.of("GIVEN a file\nWHEN read THEN it is there"))))
                .isEmpty();
    }
}
