package io.switchboard.operations.administration.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @Test
    void bindsOrLeastThenAndThenNot() {
        assertThat(Filter.parse("a eq 1 or b pr and not (c eq true)"))
                .isEqualTo(new Filter.Or(List.of(
                        compare("a", new BigDecimal(1)),
                        new Filter.And(List.of(new Filter.Present(name("b")), new Filter.Not(compare("c", true)))))));
    }

    @Test
    void readsOperatorsAndNamesInAnyCase() {
        assertThat(Filter.parse("UserName EQ \"x\"")).isEqualTo(compare("username", "x"));
        assertThat(Filter.parse("a Eq 1 OR b eq 1")).isInstanceOf(Filter.Or.class);
    }

    @Test
    void readsValuesAsJsonWritesThem() {
        assertThat(Filter.parse("a eq \"x \\\"y\\\" \\u00e9\"")).isEqualTo(compare("a", "x \"y\" é"));
        assertThat(Filter.parse("a eq null"))
                .isEqualTo(new Filter.Compare(name("a"), Filter.Operator.EQ, Optional.empty()));
        assertThat(Filter.parse("not eq \"x\"")).isEqualTo(compare("not", "x"));
    }

    @Test
    void readsTheValuesOfAnAttribute() {
        assertThat(Filter.parse("emails[type eq \"work\" and value co \"@x\"]"))
                .isInstanceOfSatisfying(
                        Filter.OneOf.class, one -> assertThat(one.of()).isInstanceOf(Filter.And.class));
    }

    @Test
    void tellsASchemasUriFromTheAttributeBehindIt() {
        var user = AttributePath.parse("urn:ietf:params:scim:schemas:core:2.0:User:name.givenName");
        assertThat(user.attribute().key()).isEqualTo("name");
        assertThat(user.sub()).contains("givenname");
        var department = AttributePath.parse("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department");
        assertThat(department.attribute().key()).isEqualTo("enterprise:department");
        assertThat(AttributePath.parse("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                        .attribute()
                        .key())
                .isEqualTo("enterprise:");
        assertThat(AttributePath.parse("urn:example:own:2.0:User:shoeSize")
                        .attribute()
                        .foreign())
                .isTrue();
    }

    @Test
    void readsAPathToSomeValues() {
        var path = AttributePath.parse("emails[type eq \"work\"].value");
        assertThat(path.attribute().key()).isEqualTo("emails");
        assertThat(path.values()).contains(compare("type", "work"));
        assertThat(path.sub()).contains("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "userName",
                "userName eq",
                "userName eq x",
                "userName is \"x\"",
                "eq \"x\"",
                "userName eq \"x",
                "(userName pr",
                "userName pr)",
                "userName pr and",
                "emails[type eq \"work\"",
                "userName eq 'x'",
                "userName eq \"x\" \"y\"",
                "a.b.c pr",
                "userName eq \"\\q\"",
                "1a pr",
                "userName eq --1",
                "userName eq 1e99999",
                "[a pr]",
                "()",
                "not (",
                "userName;pr",
            })
    void saysWhatIsWrongWithAFilter(String text) {
        assertThatExceptionOfType(SyntaxFault.class).isThrownBy(() -> Filter.parse(text));
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrTooMuch() {
        refuses("userName eq \"" + "x".repeat(4_000) + "\"", "4000");
        refuses("(".repeat(13) + "a pr" + ")".repeat(13), "12 levels");
        refuses("a pr or ".repeat(100) + "a pr", "100 comparisons");
        refuses("a[".repeat(13) + "a pr" + "]".repeat(13), "12 levels");
    }

    @Test
    void endsEveryRandomTextWithAFilterOrASentence() {
        var random = new Random(7);
        var parts = List.of(
                "a", " eq ", "\"x\"", "(", ")", "[", "]", " and ", " or ", "not ", "not(", ".", "\\", "\"", " pr",
                "true", "\u0000", "\ud800", "urn:");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            read(text.toString());
        }
    }

    private static void read(String text) {
        try {
            assertThat(Filter.parse(text)).isNotNull();
        } catch (SyntaxFault fault) {
            assertThat(fault.sentence()).isNotEmpty();
        }
    }

    private static void refuses(String text, String because) {
        assertThatExceptionOfType(SyntaxFault.class)
                .isThrownBy(() -> Filter.parse(text))
                .withMessageContaining(because);
    }

    private static Filter compare(String attribute, Object value) {
        return new Filter.Compare(name(attribute), Filter.Operator.EQ, Optional.of(value));
    }

    private static AttributeName name(String name) {
        return new AttributeName("", name, Optional.empty());
    }
}
