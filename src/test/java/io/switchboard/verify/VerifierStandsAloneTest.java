package io.switchboard.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.switchboard.kernel.LogId;
import org.junit.jupiter.api.Test;

/** The verifier shares no code with the portal whose word it checks, and needs nothing but the JDK and BouncyCastle. */
class VerifierStandsAloneTest {

    private static final ArchRule ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.bouncycastle..", "io.switchboard.verify..");

    @Test
    void dependsOnTheJdkAndBouncyCastleOnly() {
        JavaClasses verifier = new ClassFileImporter()
                .withImportOption(location -> !location.contains("Test"))
                .importPackages("io.switchboard.verify");
        assertThat(verifier).hasSizeGreaterThan(30);
        ALONE.check(verifier);
    }

    /** The guard bites: a class that names the portal's own types. */
    @Test
    void wouldNoticeATypeOfThePortal() {
        var planted = new ClassFileImporter().importClasses(PlantedViolation.class);
        assertThat(ALONE.evaluate(planted).hasViolation()).isTrue();
    }

    private record PlantedViolation(LogId log) {}
}
