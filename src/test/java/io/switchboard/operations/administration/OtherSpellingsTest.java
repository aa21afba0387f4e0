package io.switchboard.operations.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.imports.ImportTarget.Checked;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherSpellingsTest {

    private final AdministrationKit kit = new AdministrationKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void knowsWhoIsCalledTheSameInOtherLetters() {
        kit.member("maria");
        kit.member("Ann");
        var others = new OtherSpellings(kit.identity.members()).in(kit.globex.id());
        assertThat(others.apply("ann")).contains("Ann");
        assertThat(others.apply("Ann")).isEmpty();
        assertThat(others.apply("maria")).isEmpty();
        assertThat(others.apply("MARIA")).contains("maria");
        assertThat(others.apply("nobody")).isEmpty();
        assertThat(new OtherSpellings(kit.identity.members())
                        .in(kit.control.tenant("initech").id())
                        .apply("ann"))
                .isEmpty();
    }

    @Test
    void anImportsRowThatDiffersFromAMemberByCaseOnlyIsRejectedWithTheMembersSpelling() {
        var row = new IdentityRow(Map.of("user_name", "MARIA"), false, name -> Optional.of("maria")).check();
        assertThat(((Checked.Invalid) row).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("E-107");
            assertThat(problem.message()).contains("“maria”");
        });
    }

    @Test
    void signsAMemberInInWhateverCaseTheProviderWritesThem() {
        var ann = kit.member("Ann");
        assertThat(kit.identity.members().findByUserName(kit.globex.id(), "aNN"))
                .contains(ann);
    }
}
