package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyBundleTest {

    private static final String SAYS = "@why(\"w\")\n@help(\"h\")\n";

    @Test
    void refusesAPolicyThatTheSchemaContradicts() {
        refuses(
                "@id(\"runbooks.start\")\n" + SAYS
                        + "permit (principal, action == Action::\"runbooks.start\", resource);",
                "planted.cedar, policy runbooks.start");
        refuses(
                "@id(\"imports.typo\")\n" + SAYS
                        + "forbid (principal, action == Action::\"imports.commit\", resource) when { context.percnet > 20 };",
                "planted.cedar, policy imports.typo");
    }

    @Test
    void refusesAPolicyThatDoesNotParse() {
        refuses(
                "@id(\"imports.fine\")\n" + SAYS + "permit (principal, action, resource);\n@id(\"imports.broken\")\n"
                        + SAYS + "permit (principal, action);",
                "planted.cedar, policy imports.broken");
    }

    @Test
    void refusesAPolicyWithoutIdOrExplanation() {
        refuses("permit (principal, action, resource);", "planted.cedar, the text before the first @id");
        refuses(
                "@id(\"imports.two\")\n" + SAYS
                        + "permit (principal, action, resource);\nforbid (principal, action, resource);",
                "planted.cedar, policy imports.two: every policy begins with @id");
        refuses(
                "@id(\"imports.mute\")\n@why(\"w\")\npermit (principal, action, resource);",
                "policy imports.mute: @help is missing");
    }

    @Test
    void refusesAnIdThatIsTaken() {
        refuses(
                "@id(\"imports.commit\")\n" + SAYS + "permit (principal, action, resource);",
                "policy imports.commit: the id is used in imports.cedar already");
    }

    @Test
    void refusesASchemaThatIsMissingOrDoesNotParse() {
        var files = new HashMap<>(PolicyFiles.ofClasspath());
        files.put("schema.cedarschema", "entity {");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyBundle.of(files))
                .withMessageContaining("schema.cedarschema, the schema");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyBundle.of(Map.of()))
                .withMessageContaining("the file is missing");
    }

    @Test
    void knowsExactlyTheGovernedActions() {
        var bundle = PolicyBundle.of(PolicyFiles.ofClasspath());
        assertThat(Slices.of(bundle).actions()).containsExactlyInAnyOrderElementsOf(Requests.RESOURCE_OF.keySet());
    }

    @Test
    void cutsSlicesThatLeaveOtherActionsOut() {
        var slices = Slices.of(PolicyBundle.of(PolicyFiles.ofClasspath()));
        assertThat(slices.of("imports.commit").orElseThrow().policies)
                .extracting(policy -> policy.policyID)
                .containsExactlyInAnyOrder(
                        "imports.commit", "imports.commit-by-admins-only", "administration.platform-roles-stay-out");
    }

    @Test
    void digestsEveryFileAndItsName() {
        var files = new HashMap<>(PolicyFiles.ofClasspath());
        var before = PolicyBundle.of(files).digest();
        assertThat(PolicyBundle.of(files).digest()).isEqualTo(before);
        files.put("imports.cedar", files.get("imports.cedar") + "\n");
        assertThat(PolicyBundle.of(files).digest()).isNotEqualTo(before);
        files.put("renamed.cedar", PolicyFiles.ofClasspath().get("imports.cedar"));
        files.remove("imports.cedar");
        assertThat(PolicyBundle.of(files).digest()).isNotEqualTo(before);
    }

    private static void refuses(String policy, String message) {
        var files = new HashMap<>(PolicyFiles.ofClasspath());
        files.put("planted.cedar", policy);
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyBundle.of(files))
                .withMessageContaining(message)
                .withMessageMatching("[^\\n]+");
    }
}
