package io.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.switchboard.Switchboard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The portal keeps to the plan of the house, and each rule is seen to bite on the planted one. */
class HouseTest {

    @Test
    void seesThePortalAndNotItsTests() {
        assertThat(House.portal().types()).hasSizeGreaterThan(80);
        assertThat(House.portal().types().contain(Switchboard.class)).isTrue();
        assertThat(House.portal().types().contain(HouseTest.class)).isFalse();
    }

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules modules = ApplicationModules.of(Switchboard.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("kernel", "tenancy", "policy", "receipts", "enforcement")
                .doesNotContain("platform", "control");
        modules.verify();
    }

    @Test
    void noticesAnArrowThatNoModuleDeclares() {
        var planted = ApplicationModules.of(House.PLANTED, location -> true);
        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("lamps") && message.contains("switches"));
    }

    @Test
    void noTypeNamesATypeOfATierAbove() {
        HouseRules.tiersLookDown(House.portal()).check(House.portal().types());
    }

    @Test
    void noticesATypeThatNamesATierAbove() {
        assertThat(violations(HouseRules.tiersLookDown(House.planted())))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("platform.lamps.Lamp: looks up a tier"));
    }

    @Test
    void everyTypeBelongsToADeclaredModule() {
        HouseRules.everyTypeBelongsToADeclaredModule(House.portal())
                .check(House.portal().types());
    }

    @Test
    void noticesAForgottenModuleAWrongIdAndAFolderThatIsNoTier() {
        assertThat(violations(HouseRules.everyTypeBelongsToADeclaredModule(House.planted())))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("control.renamed.package-info: declare"))
                .anyMatch(problem -> problem.contains("control.stray.Stray: declare"))
                .anyMatch(problem -> problem.contains("control.renamed.Renamed: declare"))
                .anyMatch(problem -> problem.contains("attic.Box: lies in no tier"));
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.everyPackageIsNullMarked().check(House.portal().types());
    }

    @Test
    void noticesAPackageThatIsNotNullMarked() {
        assertThat(violations(HouseRules.everyPackageIsNullMarked()))
                .anyMatch(problem -> problem.contains("control.stray.Stray"))
                .noneMatch(problem -> problem.contains("lamps"));
    }

    @Test
    void theTimeComesFromAClockThatTestsCanSet() {
        HouseRules.timeComesFromAClock().check(House.portal().types());
    }

    @Test
    void noticesEveryWayToAskTheMachineForTheTime() {
        assertThat(violations(HouseRules.timeComesFromAClock()))
                .hasSize(4)
                .allMatch(problem -> problem.contains("attic.Box"))
                .noneMatch(problem -> problem.contains("allowed"));
    }

    @Test
    void noStreamOfRowsKeepsAConnection() {
        HouseRules.rowsAreReadAtOnce().check(House.portal().types());
    }

    @Test
    void noticesAStreamOfRows() {
        assertThat(violations(HouseRules.rowsAreReadAtOnce()))
                .hasSize(2)
                .allMatch(problem -> problem.contains("lamps.Rows"))
                .noneMatch(problem -> problem.contains("allowed"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(House.planted().types()).getFailureReport().getDetails();
    }
}
