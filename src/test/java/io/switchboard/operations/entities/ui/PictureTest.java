package io.switchboard.operations.entities.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.Relation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static Neighbour node(String title, int distance) {
        return new Neighbour(EntityId.random(), "k" + title, "service", title, distance);
    }

    private static Neighbourhood star(int size) {
        var nodes = new ArrayList<>(List.of(node("Start", 0)));
        var edges = new ArrayList<Relation>();
        for (int i = 1; i < size; i++) {
            nodes.add(node("N" + i, 1));
            edges.add(new Relation(nodes.getFirst().id(), nodes.get(i).id(), "calls", true));
        }
        return new Neighbourhood(nodes, edges, List.of(1L, size - 1L), edges.size());
    }

    private static String drawn(Neighbourhood near) {
        return Picture.of(near, TypeMarks.of(List.of("service")), id -> "acme/entities/" + id);
    }

    @Test
    void escapesWhateverComesFromData() throws Exception {
        var evil = node("\"><script>alert('1')</script>&%s", 0);
        var near = new Neighbourhood(
                List.of(evil), List.of(new Relation(evil.id(), evil.id(), "<b>", true)), List.of(1L), 1);
        var svg = drawn(near);
        assertThat(svg).doesNotContain("<script", "<b>").contains("&lt;script&gt;");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("a")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("aria-label")
                        .getNodeValue())
                .isEqualTo("\"><script>alert('1')</script>&%s, service, the start");
    }

    @Test
    void drawsTheSameForTheSame() {
        var near = star(30);
        assertThat(drawn(near)).isEqualTo(drawn(near));
    }

    @Test
    void keepsEntitiesApart() {
        var near = star(200);
        var layout = Layout.of(near, 30, 34);
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                var a = layout.of(near.nodes().get(i));
                var b = layout.of(near.nodes().get(j));
                assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(26);
            }
        }
    }

    @Test
    void putsEntitiesBesideWhatTheyHangOn() {
        assertThat(Angles.apart(List.of(1.0, 1.0, 1.0), 0.5)).containsExactly(0.5, 1.0, 1.5);
        assertThat(Angles.apart(List.of(-1.0, 2.0), 0.5)).containsExactly(-1.0, 2.0);
        assertThat(Angles.apart(List.of(0.0, 0.0, 0.0, 0.0), 2.0)).isEqualTo(Angles.even(4));
    }

    @Test
    void leavesNamesOutWhereThereAreMany() {
        assertThat(drawn(star(40))).contains("entity-label");
        assertThat(drawn(star(41))).doesNotContain("entity-label");
    }

    @Test
    void marksEveryTypeInItsOwnWay() {
        assertThat(TypeMarks.of(List.of("service", "server", "se", "s", "database", "🚀"))
                        .all())
                .containsEntry("s", "S")
                .containsEntry("se", "Se")
                .containsEntry("server", "Ser")
                .containsEntry("service", "S5")
                .containsEntry("database", "D")
                .containsEntry("🚀", "🚀");
    }
}
