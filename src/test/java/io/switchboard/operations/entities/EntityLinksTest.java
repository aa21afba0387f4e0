package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.identity.CurrentMember;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which incidents and runbooks have to do with which entities, in the portal as it runs. */
class EntityLinksTest extends SignedInViewTest {

    private final TestGraph graph =
            new TestGraph().node("web", "service", "Web shop").node("ann", "person", "Ann");

    @SuppressWarnings("NullAway.Init")
    private Caller grace;

    @BeforeEach
    void prepare() {
        grace = caller("grace");
        graph.write(bean(DataSource.class), grace.tenant());
        bean(JdbcClient.class)
                .sql("DELETE FROM entity_link WHERE tenant_id = ?")
                .param(grace.tenant().value())
                .update();
        imported("incidents", "number,title,state\nL-1,Shop is slow,new\n");
        imported(
                "runbooks",
                "runbook: 1\nid: restart-shop\ntitle: Restart the shop\nsteps: [{id: a, type: manual, with: {instruction: Call}}]\n");
    }

    private Caller caller(String user) {
        var member = signedIn("globex", user);
        return bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
    }

    private void imported(String kind, String file) {
        var imports = bean(ImportService.class);
        var upload = (Upload.Accepted)
                imports.upload(grace, kind, "file", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        imports.plan(grace, upload.plan().id(), Map.of());
        imports.commit(grace, upload.plan().id(), Set.of());
    }

    @Test
    void whatIsLinkedIsShownFromEitherSideAndHasAReceipt() {
        var linked = linked("web", "incident", "L-1");
        linked("web", "runbook", "restart-shop");
        assertThat(text("globex/entities/" + graph.id("web"))).contains("L-1", "Shop is slow", "Restart the shop");
        assertThat(text("globex/" + path(linked))).contains("web", "Web shop");
        assertThat(bean(Timeline.class)
                        .knows(
                                grace.tenant(),
                                new SubjectName("entity", graph.id("web").value())))
                .isTrue();
        assertThat(done(bean(EntityLinks.class).unlink(grace, "web", "incident", "L-1"))
                        .thingKey())
                .isEqualTo("L-1");
        assertThat(text("globex/entities/" + graph.id("web")))
                .doesNotContain("Shop is slow")
                .contains("restart-shop");
    }

    @Test
    void aPageLinksAndUnlinks() {
        navigate("globex/entities/" + graph.id("web"), Component.class);
        var key = find(TextField.class).withCaption("Key").single();
        test(key).setValue("L-1");
        test(find(Button.class).withText("Link").single()).click();
        assertThat(find(ReceiptBadge.class).all()).hasSize(1);
        assertThat(bean(EntityLinks.class).ofEntity(grace, entity("web"))).hasSize(1);
        test(find(Button.class).withText("Remove").single()).click();
        assertThat(bean(EntityLinks.class).ofEntity(grace, entity("web"))).isEmpty();
    }

    @Test
    void aLinkOutlivesWhatItNamesAndSaysSo() {
        var path = "globex/" + path(linked("web", "incident", "L-1"));
        new TestGraph().node("other", "service").write(bean(DataSource.class), grace.tenant());
        assertThat(text(path)).contains("web gone");
        graph.write(bean(DataSource.class), grace.tenant());
        bean(JdbcClient.class)
                .sql("DELETE FROM incident WHERE tenant_id = ? AND incident_key = 'L-1'")
                .param(grace.tenant().value())
                .update();
        assertThat(text("globex/entities/" + graph.id("web"))).contains("L-1 gone");
        done(bean(EntityLinks.class).unlink(grace, "web", "incident", "L-1"));
        assertThat(bean(EntityLinks.class).ofEntity(grace, entity("web"))).isEmpty();
    }

    @Test
    void whatCannotBeLinkedIsSaid() {
        linked("web", "incident", "L-1");
        assertThat(failure("web", "incident", "L-1")).isEqualTo("already-linked");
        assertThat(failure("web", "incident", "L-2")).isEqualTo("unknown-thing");
        assertThat(failure("nobody", "incident", "L-1")).isEqualTo("unknown-entity");
        assertThat(failure("web", "receipt", "L-1")).isEqualTo("unknown-kind");
        assertThat(code(bean(EntityLinks.class).unlink(grace, "web", "incident", "L-2")))
                .isEqualTo("not-linked");
    }

    @Test
    void whoMayNotReadAnEntityNeitherSeesNorMakesItsLinks() {
        linked("ann", "incident", "L-1");
        var otis = caller("otis");
        var links = bean(EntityLinks.class);
        assertThat(links.ofThing(otis, "incident", "L-1")).isEmpty();
        assertThat(code(links.link(otis, "ann", "runbook", "restart-shop"))).isEqualTo("unknown-entity");
        assertThat(code(links.unlink(otis, "ann", "incident", "L-1"))).isEqualTo("not-linked");
        graph.write(bean(DataSource.class), grace.tenant());
        new TestGraph().write(bean(DataSource.class), grace.tenant());
        assertThat(links.ofThing(otis, "incident", "L-1"))
                .as("not even when it is gone")
                .isEmpty();
        assertThat(links.ofThing(grace, "incident", "L-1")).hasSize(1);
    }

    @Test
    void anApproverSeesLinksAndMakesNone() {
        linked("web", "incident", "L-1");
        var gus = caller("gus");
        assertThat(bean(EntityLinks.class).ofThing(gus, "incident", "L-1")).hasSize(1);
        assertThat(bean(EntityLinks.class).mayLink(gus)).isFalse();
        assertThat(bean(EntityLinks.class).link(gus, "web", "runbook", "restart-shop"))
                .isInstanceOf(Enforced.Refused.class);
    }

    private EntityLink linked(String entity, String kind, String key) {
        return done(bean(EntityLinks.class).link(grace, entity, kind, key));
    }

    private Entity entity(String key) {
        return bean(Entities.class).find(grace, graph.id(key)).orElseThrow();
    }

    private String failure(String entity, String kind, String key) {
        return code(bean(EntityLinks.class).link(grace, entity, kind, key));
    }

    private static String code(Enforced<EntityLink> ended) {
        assertThat(ended).isInstanceOf(Enforced.Failed.class);
        return ((Enforced.Failed<EntityLink>) ended).failure().code();
    }

    private static EntityLink done(Enforced<EntityLink> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<EntityLink>) ended).value();
    }

    private static String path(EntityLink link) {
        return link.thing().map(LinkedThing::path).orElseThrow();
    }

    private String text(String path) {
        return navigate(path, Component.class).getElement().getTextRecursively();
    }
}
