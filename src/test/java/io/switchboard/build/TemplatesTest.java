package io.switchboard.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void wearTheLetterhead() throws IOException {
        Files.createDirectories(folder.resolve("reports/shared"));
        Files.copy(Path.of("reports/shared/letterhead.jrxml"), folder.resolve("reports/shared/letterhead.jrxml"));
    }

    @Test
    void compilesTheSameTemplateToTheSameBytes() throws IOException {
        Files.createDirectories(folder.resolve("reports/assurance"));
        Files.copy(
                Path.of("reports/assurance/posture-one-pager.jrxml"),
                folder.resolve("reports/assurance/posture-one-pager.jrxml"));
        assertThat(compile("one")).containsExactly("assurance/posture-one-pager");
        compile("two");
        assertThat(folder.resolve("two/assurance/posture-one-pager.jasper"))
                .hasSameBinaryContentAs(folder.resolve("one/assurance/posture-one-pager.jasper"));
    }

    @Test
    void failsNamingEveryBrokenTemplate() throws IOException {
        template("a/unknown-attribute", "<detail><band height='10' hight='1'/></detail>");
        template("b/unknown-field", expression("$F{missing}"));
        template("c/wrong-java", expression("$P{documentTitle}.noSuchMethod()"));
        template("d/fine", expression("$P{documentTitle}"));
        assertThatThrownBy(() -> compile("out"))
                .isInstanceOf(BrokenTemplatesException.class)
                .hasMessageContaining("unknown-attribute.jrxml")
                .hasMessageContaining("hight")
                .hasMessageContaining("unknown-field.jrxml")
                .hasMessageContaining("missing")
                .hasMessageContaining("wrong-java.jrxml")
                .hasMessageContaining("noSuchMethod")
                .hasMessageNotContaining("fine.jrxml");
    }

    @Test
    void failsWhereATemplateIsNoReport() throws IOException {
        Files.createDirectories(folder.resolve("reports/a"));
        Files.writeString(folder.resolve("reports/a/b.jrxml"), "<html/>");
        assertThatThrownBy(() -> compile("out")).hasMessageContaining("has no <jasperReport");
    }

    private List<String> compile(String target) throws IOException {
        return new Templates(folder.resolve("reports")).compileTo(folder.resolve(target));
    }

    private void template(String name, String content) throws IOException {
        Path file = folder.resolve("reports/" + name + ".jrxml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<jasperReport name=\"x\">" + content + "</jasperReport>");
    }

    private static String expression(String java) {
        return "<detail><band height='20'><element kind='textField' x='0' y='0' width='90' height='20'><expression><![CDATA["
                + java + "]]></expression></element></band></detail>";
    }
}
