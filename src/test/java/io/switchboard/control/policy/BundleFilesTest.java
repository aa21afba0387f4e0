package io.switchboard.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.model.policy.Policy;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleFilesTest {

    private static final String SAYS = "@why(\"wörd\")\n@help(\"h\")\n";

    @Test
    void everyProblemNamesItsFileAndLine() {
        var files = PolicyKit.own()
                .with("planted.cedar", """
                        @id("imports.fine")
                        %spermit (principal, action == Action::"imports.plan", resource);

                        @id("imports.typo")
                        %sforbid (principal, action == Action::"imports.commit", resource)
                        when {
                          context has percent &&
                          context.percnet > 20
                        };
                        """.formatted(SAYS, SAYS))
                .with(
                        "broken.cedar",
                        "// a comment\n\n@id(\"imports.broken\")\n" + SAYS + "permit (principal, action);");
        var problems = new BundleReader(files).problems();
        assertThat(problems).extracting(BundleProblem::file).containsExactlyInAnyOrder("broken.cedar", "planted.cedar");
        assertThat(problems)
                .filteredOn(problem -> problem.file().equals("planted.cedar"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(12);
                    assertThat(problem.where()).isEqualTo("policy imports.typo");
                    assertThat(problem.sentence()).contains("`percnet`", "did you mean");
                });
        assertThat(problems)
                .filteredOn(problem -> problem.file().equals("broken.cedar"))
                .extracting(BundleProblem::line)
                .containsExactly(3);
    }

    @Test
    void aSchemasProblemNamesTheDeclaration() {
        var schema = "entity A;\n// about B\nentity B = { x?: String };\nentity C = { y?:: Long };\nentity D;\n";
        var problems = new BundleReader(BundleFiles.of(Map.of(BundleFiles.SCHEMA_FILE, schema))).problems();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    permit (principal, action, resource) when { principal.roles.contains("x") };             | false
                    permit (principal is Member, action, resource) when { resource has kind };               | false
                    permit (principal == Member::"m", action, resource);                                     | true
                    permit (principal, action, resource == Command::"c");                                    | true
                    permit (principal, action, resource) when { resource == Command::"c" };                  | true
                    permit (principal, action, resource) when { [Command::"c"].contains(resource) };         | true
                    permit (principal, action, resource) when { context.a == principal.tenant };             | false
                    permit (principal, action, resource) when { principal is Member in Member::"m" };        | true
                    """)
    void idsMatterWhereAPolicyComparesAnEntityItself(String policy, boolean matter) {
        assertThat(EntityIds.matter(new Policy(policy, "p"))).isEqualTo(matter);
    }

    @Test
    void aRequestIsReadAsItWasWritten() {
        var request = new PolicyRequest(
                Requests.member("imports.commit", Role.PARTNER_ADMIN, Role.OPERATOR)
                        .caller(),
                new ActionId("imports.commit"),
                new ResourceRef("Import", "pln_a", Map.of("kind", "members")),
                Map.of("raisesPrivileges", true, "percent", 12L));
        var text = RequestText.of(request);
        var read = RequestText.read(
                text, request.caller().tenant(), request.caller().actor(), "pln_a");
        assertThat(read).contains(request);
        assertThat(text).doesNotContain("pln_a", request.caller().actor().id());
    }

    @Test
    void aVersionThatLocksEverybodyOutIsSeen() {
        var whatIf = new WhatIf(new LoadedBundles());
        var needed = new LinkedHashMap<ActionId, WhatIf.Needed>();
        for (var action : new String[] {"policy.propose", "policy.activate"}) {
            needed.put(new ActionId(action), new WhatIf.Needed("PolicyVersion", Map.of()));
        }
        var people = List.of(
                Requests.member("policy.view", Role.PLATFORM_ADMIN).caller(),
                Requests.member("policy.view", Role.PM).caller());
        assertThat(whatIf.lockedOut(PolicyKit.own(), people, needed)).isEmpty();
        assertThat(whatIf.lockedOut(
                        PolicyKit.with("policy.closed", "forbid", "policy.activate", "true"), people, needed))
                .containsExactly(new ActionId("policy.activate"));
        assertThat(whatIf.lockedOut(PolicyKit.own(), people.subList(1, 2), needed))
                .hasSize(2);
    }

    @Test
    void policiesAreKnownByTheirIds() {
        var files = PolicyKit.with("imports.never", "forbid", "imports.plan", "true");
        var added = new LinkedHashMap<>(files.policies());
        added.keySet().removeAll(PolicyKit.own().policies().keySet());
        assertThat(added.keySet()).containsExactly("imports.never");
        assertThat(files.with("imports.cedar", " ").text("imports.cedar")).isEmpty();
    }
}
