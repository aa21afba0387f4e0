package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.operations.imports.RowProblem;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.identity.CurrentMember;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entities and edges from files to the graph, in the portal as it runs. */
class EntityImportTest extends SignedInViewTest {

    private static final NeighbourhoodQuery ONE_HOP =
            new NeighbourhoodQuery(1, Direction.BOTH, Set.of(), Set.of(), 100);
    private static final String NODES = "id,type,title\nweb,service,Web shop\napi,service,API\ndb,database,Ledger\n";

    @SuppressWarnings("NullAway.Init")
    private Caller grace;

    @BeforeEach
    void signIn() {
        grace = caller("globex", "grace");
        emptied(grace);
    }

    private Caller caller(String tenant, String user) {
        var member = signedIn(tenant, user);
        return bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
    }

    private void emptied(Caller caller) {
        bean(JdbcClient.class)
                .sql("DELETE FROM element WHERE tenant_id = ?")
                .param(caller.tenant().value())
                .update();
        bean(GraphRevisions.class).changed(caller.tenant());
    }

    @Test
    void aTableOfEntitiesAndOneOfEdgesBecomeAGraph() {
        assertThat(near("web")).isEmpty();
        committed(planned(NODES));
        assertThat(near("web")).containsExactly("web");
        var edges = planned("from,to,type,since\nweb,api,calls,2021\napi,db,reads,2022\n");
        assertThat(edges.mapping()).containsEntry("from", "from").containsEntry("other_columns", "properties");
        assertThat(edges.counts()).isEqualTo(created(2));
        committed(edges);
        assertThat(near("api")).containsExactly("api", "db", "web");
        assertThat(element("web→calls→api")).isEqualTo("web api calls 1 {\"since\":\"2021\"}");
        assertThat(idOf("web→calls→api")).startsWith("edg_");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        committed(planned(NODES));
        var edges = "from,to,type,directed,since\nweb,api,calls,true,2021\ndb,api,reads,no,2022\n";
        committed(planned(edges));
        assertThat(planned(NODES).counts()).isEqualTo(new ImportCounts(3, 0, 0, 3, 0, 0, 0));
        assertThat(planned(edges).counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(planned("from,to,type,directed,since\napi,db,reads,no,2022\n")
                        .counts())
                .as("an undirected edge, the other way round")
                .isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0));
        assertThat(planned("from,to,type,since\nweb,api,calls,2023\n").counts())
                .isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0, 0));
        assertThat(planned("from,to,type\nweb,api,calls\n").counts())
                .as("properties stay as they are where no column is left")
                .isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void edgesMayStandBeforeTheNodesThatTheyConnect() {
        var plan = planned("""
                {"graph": {"edges": [{"source": "a", "target": "b", "relation": "calls", "directed": false},
                                     {"source": "b", "target": "a", "relation": "owns", "metadata": {"since": 2021}}],
                           "directed": true,
                           "nodes": {"b": {"label": "B", "metadata": {"type": "service", "tier": 1}}, "a": {}}}}
                """);
        assertThat(plan.counts()).isEqualTo(created(4));
        committed(plan);
        assertThat(near("a")).containsExactly("a", "b");
        assertThat(element("b")).isEqualTo("- - service 1 {\"tier\":1}");
        assertThat(element("a")).isEqualTo("- - entity 1 {}");
        assertThat(element("a→calls→b")).isEqualTo("a b calls 0 {}");
        assertThat(element("b→owns→a")).isEqualTo("b a owns 1 {\"since\":2021}");
    }

    @Test
    void shuffledRowsComeToTheSamePlanAndTheSameTable() {
        var nodes = IntStream.range(0, 40)
                .mapToObj(i -> "\"n" + i + "\": {\"label\": \"Node " + i + "\"}")
                .toList();
        var edges = IntStream.range(0, 80)
                .mapToObj(i -> "{\"source\": \"n" + i % 40 + "\", \"target\": \"n" + (i * 7 + 3) % 45
                        + "\", \"relation\": \"r" + i % 3 + "\"}")
                .toList();
        var first = planned(graph(nodes, edges));
        var outcomes = outcomes(first);
        assertThat(first.counts().reject()).as("edges that dangle").isPositive();
        committed(first);
        var table = table();
        for (long seed = 1; seed <= 3; seed++) {
            emptied(grace);
            var shuffled = planned(graph(shuffled(nodes, seed), shuffled(edges, seed)));
            assertThat(shuffled.counts()).isEqualTo(first.counts());
            assertThat(outcomes(shuffled)).isEqualTo(outcomes);
            committed(shuffled);
            assertThat(table()).isEqualTo(table);
        }
    }

    @Test
    void anEdgeWithoutItsEndIsRejectedAndNamesIt() throws IOException {
        committed(planned(NODES));
        var plan = planned("from,to,type\nweb,api,calls\nweb,gone,calls\nlost,gone,calls\n");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 2, 0, 0));
        assertThat(problem(plan, "web→calls→gone").code()).isEqualTo("E-115");
        assertThat(problem(plan, "web→calls→gone").field()).isEqualTo("to");
        assertThat(problem(plan, "web→calls→gone").message()).contains("“gone”");
        assertThat(problem(plan, "lost→calls→gone").message())
                .contains("“lost”")
                .contains("“gone”");
        var csv = new StringWriter();
        bean(ImportErrors.class).writeCsv(grace, plan.id(), csv);
        assertThat(csv.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("web,gone,calls") && line.contains("E-115"));
        committed(plan);
        assertThat(near("web")).containsExactly("web", "api");
    }

    @Test
    void aNodeThatIsRejectedLeavesItsEdgesDangling() {
        var plan = planned("""
                {"graph": {"nodes": [{"id": "a"}, {"id": "b"}, {"id": "b", "label": "other"}, {"id": "bad→key"}, {"id": "c", "label": 7}],
                           "edges": [{"source": "a", "target": "b"}, {"source": "a", "target": "bad→key"}, {"source": "a", "target": "c"}]}}
                """);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(8, 3, 0, 0, 5, 0, 0));
        assertThat(problem(plan, "b").code()).isEqualTo("E-105");
        assertThat(problem(plan, "a→related→b").code()).isEqualTo("E-115");
        assertThat(problem(plan, "bad→key").code()).isEqualTo("E-502");
    }

    @Test
    void anEdgeMayLeadToARejectedNodeThatIsThereAlready() {
        committed(planned(NODES));
        var plan = planned("""
                {"graph": {"nodes": [{"id": "new"}, {"id": "web", "label": "One"}, {"id": "web", "label": "Two"}],
                           "edges": [{"source": "new", "target": "web", "relation": "calls"}]}}
                """);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(4, 2, 0, 0, 2, 0, 0));
        committed(plan);
        assertThat(near("new")).containsExactly("new", "web");
    }

    @Test
    void anEdgeWhoseEndWentMeanwhileMakesThePlanStale() {
        committed(planned(NODES));
        var plan = planned("from,to,type\nweb,api,calls\nweb,db,reads\n");
        bean(JdbcClient.class)
                .sql("DELETE FROM element WHERE tenant_id = ? AND element_key = 'db'")
                .param(grace.tenant().value())
                .update();
        var ended = bean(ImportService.class).commit(grace, plan.id(), Set.of()).orElseThrow();
        assertThat(ended).isInstanceOfSatisfying(Enforced.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("stale-plan");
            assertThat(failed.failure().explanation()).contains("web→reads→db");
        });
        assertThat(near("web")).as("nothing of the plan was kept").containsExactly("web");
    }

    @Test
    void aGraphIsTakenBackAsAWhole() {
        var plan = planned(graph(
                List.of("\"a\": {\"label\": \"A\"}", "\"b\": {}"),
                List.of("{\"source\": \"a\", \"target\": \"b\", \"relation\": \"calls\"}")));
        committed(plan);
        var revert = reverted(plan);
        assertThat(revert.counts().remove()).isEqualTo(3);
        committed(revert);
        assertThat(table()).isEmpty();
        var again = reverted(revert);
        assertThat(again.counts().create()).isEqualTo(3);
        committed(again);
        assertThat(near("a")).containsExactly("a", "b");
    }

    @Test
    void anEntityStaysAsLongAsAnEdgeRefersToIt() {
        var nodes = planned(NODES);
        committed(nodes);
        var edges = planned("from,to,type\nweb,api,calls\n");
        committed(edges);
        var revert = reverted(nodes);
        assertThat(revert.counts().remove()).isEqualTo(1);
        assertThat(problem(revert, "web").code()).isEqualTo("E-116");
        assertThat(problem(revert, "api").code()).isEqualTo("E-116");
        committed(revert);
        assertThat(near("web")).containsExactly("web", "api");
        committed(reverted(edges));
        assertThat(near("web")).containsExactly("web");
    }

    @Test
    void aRevertIsStaleOnceAnEdgeRefersToWhatItRemoves() {
        var nodes = planned(NODES);
        committed(nodes);
        var revert = reverted(nodes);
        committed(planned("from,to,type\nweb,api,calls\n"));
        assertThat(bean(ImportService.class)
                        .commit(grace, revert.id(), Set.of())
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("stale-plan"));
        assertThat(table()).hasSize(4);
    }

    @Test
    void ofTwoImportsAtOnceTheOneThatComesSecondIsStale() throws Exception {
        var plans = List.of(planned("id,type\nweb,service\n"), planned("id,type\nweb,database\n"));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = threads.invokeAll(plans.stream()
                    .<Callable<Enforced<ImportPlan>>>map(plan -> () -> {
                        start.await();
                        return bean(ImportService.class)
                                .commit(grace, plan.id(), Set.of())
                                .orElseThrow();
                    })
                    .toList());
            assertThat(ended)
                    .extracting(each -> each.get().getClass().getSimpleName())
                    .containsExactlyInAnyOrder("Done", "Failed");
        }
        assertThat(plans)
                .extracting(plan -> bean(ImportService.class)
                        .find(grace, plan.id())
                        .orElseThrow()
                        .status())
                .containsExactlyInAnyOrder(ImportStatus.COMMITTED, ImportStatus.STALE);
    }

    @Test
    void aLoopIsRejectedUnlessTheImportAllowsIt() {
        committed(planned(NODES));
        var loops = "from,to,type\nweb,web,calls\nweb,api,calls\n";
        var plan = planned(loops);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 0));
        assertThat(problem(plan, "web→calls→web").code()).isEqualTo("E-508");
        var mapping = new java.util.HashMap<>(uploaded(loops).mapping());
        mapping.put("self_loops", "allowed");
        assertThat(planned(uploaded(loops), mapping).counts()).isEqualTo(created(2));
        var document = uploaded("{\"graph\": {\"edges\": [{\"source\": \"web\", \"target\": \"web\"}]}}");
        assertThat(document.mapping()).containsEntry("self_loops", "rejected");
        assertThat(planned(document, Map.of("self_loops", "allowed")).counts()).isEqualTo(created(1));
    }

    @Test
    void aCycleIsKept() {
        committed(planned(NODES));
        var plan = planned("from,to,type\nweb,api,calls\napi,db,calls\ndb,web,calls\n");
        assertThat(plan.counts()).isEqualTo(created(3));
        committed(plan);
        assertThat(near("web")).containsExactly("web", "api", "db");
    }

    @Test
    void anEdgeThatComesTwiceIsRejectedBothTimes() {
        committed(planned(NODES));
        var plan = planned(
                "from,to,type,directed\nweb,api,calls,yes\ndb,api,near,no\napi,db,near,no\nweb,api,calls,yes\n");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(4, 0, 0, 0, 4, 0, 0));
        assertThat(problem(plan, "api→near→db").message()).contains("3").contains("4");
    }

    @Test
    void headersOfNeo4jAreUnderstood() {
        var people = planned(
                "personId:ID(Person),name:string,born:int,:LABEL,secret:IGNORE\nann,Ann,1980,Engineer,x\nbob,Bob,,Engineer,y\n");
        assertThat(people.mapping())
                .containsEntry("id", "personId:ID(Person)")
                .containsEntry("title", "name:string")
                .containsEntry("type", ":LABEL");
        committed(people);
        assertThat(element("ann")).isEqualTo("- - Engineer 1 {\"born\":\"1980\"}");
        var knows = planned(":START_ID(Person),:END_ID(Person),:TYPE\nann,bob,KNOWS\n");
        assertThat(knows.counts()).isEqualTo(created(1));
        committed(knows);
        assertThat(near("bob")).containsExactly("bob", "ann");
    }

    @Test
    void unmappedColumnsAreIgnoredIfChosen() {
        var plan = uploaded("id,colour\nred-one,red\n");
        var mapping = new java.util.HashMap<>(plan.mapping());
        mapping.put("other_columns", "ignored");
        var planned = planned(plan, mapping);
        assertThat(planned.ignored()).containsExactly("colour");
        committed(planned);
        assertThat(element("red-one")).isEqualTo("- - entity 1 {}");
    }

    @Test
    void aTableOfBothIsRefusedWithASentence() {
        var plan = uploaded("id,from,to\n1,web,api\n");
        assertThat(plan.mapping()).doesNotContainKey("id");
        var both = bean(ImportService.class)
                .plan(grace, plan.id(), Map.of("id", "id", "from", "from", "to", "to"))
                .orElseThrow();
        assertThat(both)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().explanation()).contains("Map one or the other"));
    }

    @Test
    void oneGraphOfAFileMaySayWhatAnotherSays() {
        var plan = planned("""
                {"graphs": [{"nodes": {"a": {"label": "A"}, "b": {}}, "edges": [{"source": "a", "target": "b", "relation": "knows"}]},
                            {"nodes": {"a": {"label": "A"}, "c": {}}, "edges": [{"source": "a", "target": "c", "relation": "knows"}]},
                            {"nodes": {"c": {"label": "differs"}}}]}
                """);
        assertThat(plan.counts())
                .as("a once, c rejected twice, and its edge")
                .isEqualTo(new ImportCounts(6, 3, 0, 0, 3, 0, 0));
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("1 entries say exactly"));
    }

    @Test
    void keysAreTakenWhateverTheirScript() {
        var keys = List.of("😀😀", "مستودع", "שירות-א", "naïve é", "a/b~c\"d\\", "𝔘𝔫𝔦");
        var nodes = keys.stream()
                .map(key -> "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\": {}")
                .toList();
        var plan =
                planned(graph(nodes, List.of("{\"source\": \"😀😀\", \"target\": \"مستودع\", \"relation\": \"⇒\"}")));
        assertThat(plan.counts()).isEqualTo(created(7));
        committed(plan);
        assertThat(near("😀😀")).containsExactly("😀😀", "مستودع");
        var again = bean(ImportDiff.class)
                .page(grace, planned(graph(nodes, List.of())).id(), ChangeKind.UNCHANGED, "שירות", 0, 10)
                .orElseThrow();
        assertThat(again.items()).hasSize(1);
    }

    @Test
    void longKeysOfEdgesAreFoundAgain() {
        var one = "😀".repeat(128);
        var other = "ש".repeat(128);
        var type = "t".repeat(64);
        var file = graph(
                List.of("\"" + one + "\": {}", "\"" + other + "\": {}"),
                List.of("{\"source\": \"" + one + "\", \"target\": \"" + other + "\", \"relation\": \"" + type
                        + "\"}"));
        committed(planned(file));
        var again = planned(file);
        assertThat(again.counts()).isEqualTo(new ImportCounts(3, 0, 0, 3, 0, 0, 0));
        assertThat(bean(ImportDiff.class)
                        .page(grace, again.id(), ChangeKind.UNCHANGED, type, 0, 10)
                        .orElseThrow()
                        .total())
                .isEqualTo(1);
        assertThat(planned(file.replace(
                                "]}}",
                                ", {\"source\": \"" + one + "\", \"target\": \"" + other + "\", \"relation\": \"" + type
                                        + "\"}]}}"))
                        .counts()
                        .reject())
                .isEqualTo(2);
    }

    @Test
    void readsTheEncodingsThatSpreadsheetsWrite() {
        var text = "id;type;title\r\ncafé;service;Küche ☕\r\n";
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            emptied(grace);
            committed(planned(uploaded(("\uFEFF" + text).getBytes(encoding)), Map.of()));
            assertThat(element("café")).isEqualTo("- - service 1 {}");
        }
        var json = graph(List.of("\"ключ\": {\"label\": \"☕\"}"), List.of());
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            emptied(grace);
            committed(planned(uploaded(("\uFEFF" + json).getBytes(encoding)), Map.of()));
            assertThat(element("ключ")).isEqualTo("- - entity 1 {}");
        }
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedWithAReason() {
        var huge = "x".repeat(10 << 20);
        assertThat(upload(("{\"graph\": {\"nodes\": {\"a\": {\"label\": \"" + huge + "\"}}}}")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Upload.Unreadable.class, it -> assertThat(it.code()).isEqualTo("malformed-json"));
        assertThat(upload(("id,note\na," + huge + "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Upload.Unreadable.class,
                        it -> assertThat(it.explanation()).contains("line 2"));
    }

    @Test
    void propertiesHaveALimit() {
        var plan = planned("id,note\nfits," + "x".repeat(3_900) + "\nlonger," + "x".repeat(4_100) + "\n");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 0));
        assertThat(problem(plan, "longer").code()).isEqualTo("E-507");
        committed(plan);
        assertThat(planned("id,note\nfits," + "x".repeat(3_900) + "\n").counts().unchanged())
                .isEqualTo(1);
    }

    @Test
    void aFileWithATypeForEverythingIsRefused() {
        var rows = IntStream.range(0, 300).mapToObj(i -> "n" + i + ",type-" + i).collect(Collectors.joining("\n"));
        var plan = uploaded("id,type\n" + rows + "\n");
        assertThat(bean(ImportService.class).plan(grace, plan.id(), Map.of()).orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("too-many-types"));
    }

    @Test
    void hyperedgesAndStrangeEntriesAreRejectedWithTheirPlace() {
        var plan = planned("""
                {"graph": {"nodes": {"a": {}, "b": 7}, "edges": [[], {"source": "a"}, {"source": {}, "target": "a"}],
                           "hyperedges": [{"nodes": ["a", "b"]}]}}
                """);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(6, 1, 0, 0, 5, 0, 0));
        var csv = new StringWriter();
        try {
            bean(ImportErrors.class).writeCsv(grace, plan.id(), csv);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(csv.toString())
                .contains("/graph/nodes/b,b,/graph/nodes/b,E-509")
                .contains("/graph/edges/0")
                .contains("/graph/edges/1,,/graph/edges/1/target,E-501")
                .contains("/graph/edges/2/source,E-509")
                .contains("/graph/hyperedges/0,,/graph/hyperedges/0,E-510");
    }

    @Test
    void anotherTenantsSameKeysAreNotTouched() {
        committed(planned(NODES));
        committed(planned("from,to,type\nweb,api,calls\n"));
        var ada = caller("acme", "ada");
        emptied(ada);
        var mine =
                planned(ada, uploaded(ada, "from,to,type\nweb,api,calls\n".getBytes(StandardCharsets.UTF_8)), Map.of());
        assertThat(mine.counts().reject())
                .as("globex's entities are no ends of acme's edges")
                .isEqualTo(1);
        emptied(ada);
        assertThat(near("web")).containsExactly("web", "api");
    }

    private static ImportCounts created(long rows) {
        return new ImportCounts(rows, rows, 0, 0, 0, 0, 0);
    }

    private static String graph(List<String> nodes, List<String> edges) {
        return "{\"graph\": {\"nodes\": {" + String.join(", ", nodes) + "}, \"edges\": [" + String.join(", ", edges)
                + "]}}";
    }

    private static List<String> shuffled(List<String> rows, long seed) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private ImportPlan planned(String content) {
        return planned(uploaded(content), Map.of());
    }

    private ImportPlan planned(ImportPlan plan, Map<String, String> mapping) {
        return planned(grace, plan, mapping);
    }

    private ImportPlan planned(Caller caller, ImportPlan plan, Map<String, String> mapping) {
        return done(bean(ImportService.class).plan(caller, plan.id(), mapping));
    }

    private ImportPlan reverted(ImportPlan plan) {
        var draft = (Upload.Accepted)
                bean(ImportService.class).revert(grace, plan.id()).orElseThrow();
        return planned(draft.plan(), Map.of());
    }

    private void committed(ImportPlan plan) {
        done(bean(ImportService.class).commit(grace, plan.id(), Set.of()));
    }

    private ImportPlan uploaded(String content) {
        return uploaded(content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportPlan uploaded(byte[] content) {
        return uploaded(grace, content);
    }

    private ImportPlan uploaded(Caller caller, byte[] content) {
        return ((Upload.Accepted) bean(ImportService.class)
                        .upload(caller, "entities", "graph", new ByteArrayInputStream(content)))
                .plan();
    }

    private Upload upload(byte[] content) {
        return bean(ImportService.class).upload(grace, "entities", "graph", new ByteArrayInputStream(content));
    }

    private static ImportPlan done(Optional<Enforced<ImportPlan>> ended) {
        assertThat(ended.orElseThrow()).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended.orElseThrow()).value();
    }

    private RowProblem problem(ImportPlan plan, String key) {
        return bean(ImportDiff.class).rows(grace, plan.id(), ChangeKind.REJECT, "", 0, 500).stream()
                .map(PlannedChange.Reject.class::cast)
                .filter(reject -> reject.key().equals(key))
                .findFirst()
                .orElseThrow()
                .problems()
                .getFirst();
    }

    /** Each key with what happens to its row. */
    private List<String> outcomes(ImportPlan plan) {
        return bean(ImportDiff.class).rows(grace, plan.id(), ChangeKind.ALL, "", 0, 500).stream()
                .map(row -> row.getClass().getSimpleName() + " " + row.key())
                .sorted()
                .toList();
    }

    private List<String> near(String key) {
        return bean(Entities.class).page(grace, new EntityFilter(key, Set.of()), Optional.empty(), 1).items().stream()
                .flatMap(entity -> bean(EntityGraph.class).neighbourhood(grace, entity.id(), ONE_HOP).stream())
                .flatMap(near -> near.nodes().stream().map(Neighbour::key))
                .toList();
    }

    private String element(String key) {
        return ofElement(
                key, "CONCAT_WS(' ', COALESCE(from_key, '-'), COALESCE(to_key, '-'), type, directed, properties)");
    }

    private String idOf(String key) {
        return ofElement(key, "element_id");
    }

    private String ofElement(String key, String what) {
        return bean(JdbcClient.class)
                .sql("SELECT " + what + " FROM element WHERE tenant_id = ? AND element_key = ?")
                .param(grace.tenant().value())
                .param(key)
                .query(String.class)
                .single();
    }

    private List<String> table() {
        return Arrays.asList(bean(JdbcClient.class)
                .sql(
                        "SELECT CONCAT_WS(' ', element_key, COALESCE(from_key, '-'), COALESCE(to_key, '-'), type, title, directed, properties) FROM element WHERE tenant_id = ? ORDER BY element_key")
                .param(grace.tenant().value())
                .query(String.class)
                .list()
                .toArray(String[]::new));
    }
}
