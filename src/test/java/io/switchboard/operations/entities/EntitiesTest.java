package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EntitiesTest {

    private static final DataSource DATABASE = TestDatabase.migrated("entities");

    private final TestEntities module = new TestEntities(DATABASE);
    private final Caller caller = TestEntities.caller(TenantId.random());
    private final TestGraph graph = new TestGraph()
            .node("pay-api", "service", "Payments API")
            .node("pay_db", "database", "Ledger")
            .node("payroll", "service", "Wages")
            .node("ann", "person", "Ann Payne")
            .node("web", "service", "pay page");

    private List<String> keys(EntityFilter filter) {
        graph.write(DATABASE, caller.tenant());
        var page = module.entities().page(caller, filter, Optional.empty(), 100);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Entity::key).toList();
    }

    @Test
    void listsByKeyWhatBeginsLikeTheSearch() {
        assertThat(keys(EntityFilter.ALL)).containsExactly("ann", "pay-api", "pay_db", "payroll", "web");
        assertThat(keys(new EntityFilter("pay", Set.of()))).containsExactly("pay-api", "pay_db", "payroll", "web");
        assertThat(keys(new EntityFilter("pay_", Set.of()))).containsExactly("pay_db");
        assertThat(keys(new EntityFilter("%", Set.of()))).isEmpty();
        assertThat(keys(new EntityFilter("pay", Set.of("database", "person")))).containsExactly("pay_db");
        assertThat(keys(new EntityFilter("", Set.of("unheard-of")))).isEmpty();
    }

    @Test
    void leavesOutTypesThatMayNotBeRead() {
        module.hidden.add("person");
        assertThat(keys(EntityFilter.ALL)).doesNotContain("ann").hasSize(4);
        assertThat(keys(new EntityFilter("", Set.of("person")))).isEmpty();
        assertThat(module.entities().find(caller, graph.id("ann"))).isEmpty();
        assertThat(module.entities().types(caller))
                .containsExactly(new TypeCount("database", 1), new TypeCount("service", 3));
    }

    @Test
    void asksAgainOnceThePoliciesAreOthers() {
        graph.write(DATABASE, caller.tenant());
        var entities = module.entities();
        assertThat(entities.find(caller, graph.id("ann"))).isPresent();
        module.hidden.add("person");
        assertThat(entities.find(caller, graph.id("ann"))).isEmpty();
        module.hidden.clear();
        assertThat(entities.find(caller, graph.id("ann"))).isPresent();
    }

    @Test
    void pagesWithoutAGapOrARepetition() {
        graph.write(DATABASE, caller.tenant());
        var seen = new ArrayList<String>();
        var cursor = Optional.<EntityId>empty();
        do {
            var page = module.entities().page(caller, EntityFilter.ALL, cursor, 2);
            assertThat(page.total()).isEqualTo(5);
            page.items().forEach(entity -> seen.add(entity.key()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).containsExactly("ann", "pay-api", "pay_db", "payroll", "web");
    }

    @Test
    void findsNothingOfAnotherTenant() {
        graph.write(DATABASE, caller.tenant());
        var stranger = TestEntities.caller(TenantId.random());
        assertThat(module.entities().find(stranger, graph.id("web"))).isEmpty();
        assertThat(module.entities()
                        .page(stranger, EntityFilter.ALL, Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(module.entities()
                        .page(caller, EntityFilter.ALL, Optional.of(EntityId.random()), 10)
                        .items())
                .isEmpty();
    }
}
