package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a report beside a bundle ({@code --copy}), both written independently of the verifier and of the portal. */
class CopiedReportTest {

    private static final String ORIGINAL_JSON = "11".repeat(32);
    private static final String SHOWN =
            "{\"id\":\"keys\",\"measures\":[],\"state\":\"look at this\",\"summary\":\"Two.\"}";
    private static final String HIDDEN =
            "{\"id\":\"incidents\",\"measures\":[],\"state\":\"look at this\",\"summary\":\"Nine.\"}";
    private static final String WITHHELD =
            "{\"id\":\"incidents\",\"measures\":[],\"state\":\"withheld\",\"summary\":\"Withheld.\"}";
    private static final List<String> DISCLOSURES = List.of(
            TestReceipt.disclosure("[\"c2FsdDE\",\"keys\"," + SHOWN + "]"),
            TestReceipt.disclosure("[\"c2FsdDI\",\"incidents\"," + HIDDEN + "]"));

    @TempDir
    Path folder;

    private final TestBundle bundle = new TestBundle(1);

    @Test
    void acceptsACopyWhoseSectionsTheOriginalsReceiptCommitsTo() {
        var run = run(copy());
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("1 of 2 sections shown, as it commits to them");
    }

    @Test
    void refusesAnythingThatIsNotAsItWasCommittedTo() {
        assertRefused(copy -> copy.replace("\"Two.\"", "\"None.\""), "section 1 is not what its disclosure says");
        assertRefused(
                copy -> copy.replace("\"withheld\"", "\"as it should be\""), "incidents is shown, but not disclosed");
        assertRefused(
                copy -> copy.replace(DISCLOSURES.getFirst(), TestReceipt.disclosure("[\"x\",\"keys\"," + SHOWN + "]")),
                "a disclosure is of nothing in copy._sd");
        assertRefused(copy -> copy.replace("[\"" + digest(0), "[\"" + digest(1)), "does not commit to the list");
        assertRefused(copy -> copy.replace(ORIGINAL_JSON, "22".repeat(32)), "names no document with the digest");
        assertRefused(copy -> copy.replace("sha-256", "sha-1"), "_sd_alg");
        assertRefused(copy -> copy.replace("\"copy\"", "\"other\""), "the copy.copy is not an object");
        assertRefused(copy -> copy + "x", "the copy");
    }

    @Test
    void refusesACopyThatNoReceiptNamesOrWhoseOriginalIsNotThere() {
        var copy = copy();
        assertThat(run(copy + " ").out())
                .contains("FAIL  copy  copy.json: no valid receipt in the bundle names this file");
        bundle.receipts.removeLast();
        assertThat(run(copy).out()).contains("no valid receipt in the bundle names this file");
        bundle.receipts.removeLast();
        assertThat(run(copy).out()).contains("the bundle has no valid receipt");
    }

    private void assertRefused(UnaryOperator<String> changed, String because) {
        bundle.receipts.subList(1, bundle.receipts.size()).clear();
        var copy = changed.apply(copy());
        if (bundle.receipts.size() > 2) {
            bundle.receipts.removeLast();
            receiptOf(copy); // so that it is its content that is refused
        }
        var run = run(copy);
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  copy  copy.json: ").contains(because);
    }

    private TestRun run(String copy) {
        var file = TestRun.write(folder, "copy.json", copy.getBytes(StandardCharsets.UTF_8));
        return TestRun.of(folder, bundle.seal(), bundle.root, "--copy", file.toString());
    }

    /** With the receipts of the original and of itself in the bundle. */
    private String copy() {
        var list = Stream.of(digest(0), digest(1))
                .map(digest -> '"' + digest + '"')
                .collect(Collectors.joining(","));
        add(
                "trustreports.issue",
                "",
                subject("Document/week.json", ORIGINAL_JSON) + ","
                        + subject("SectionCommitments/week", hex("[" + list + "]")));
        var copy = """
                {"copy":{"_sd":[%s],"_sd_alg":"sha-256","disclosures":["%s"],"of":{"jsonSha256":"%s","receipt":"%s"},\
                "withheld":["incidents"]},"sections":[%s,%s]}""".formatted(list, DISCLOSURES.getFirst(), ORIGINAL_JSON, original(), SHOWN, WITHHELD);
        receiptOf(copy);
        return copy;
    }

    private void receiptOf(String copy) {
        add("trustreports.copy", "\"parent\":\"" + original() + "\",", subject("Document/week-copy.json", hex(copy)));
    }

    private String original() {
        return TestBundle.id(TestBundle.canonical(bundle.receipts.get(1).payload()));
    }

    private void add(String action, String more, String subjects) {
        var right = TestReceipt.right(bundle.key, TestBundle.LOG, bundle.receipts.size());
        bundle.receipts.add(right.disclosing(List.of())
                .withPayload(right.payload()
                        .replaceFirst("\"subject\":\\[.*\\]", "\"subject\":[" + subjects + "]")
                        .replace("\"action\":\"imports.commit\"", more + "\"action\":\"" + action + "\"")));
    }

    private static String subject(String name, String digest) {
        return "{\"name\":\"" + name + "\",\"digest\":{\"sha256\":\"" + digest + "\"}}";
    }

    private static String digest(int number) {
        return TestKey.url(TestKey.sha256(DISCLOSURES.get(number)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(TestKey.sha256(text));
    }
}
