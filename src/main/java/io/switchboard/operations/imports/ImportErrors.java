package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.imports.format.CsvRow;
import io.switchboard.operations.imports.format.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import rejected: as CSV, exactly those rows as they were uploaded with the reasons in an added column (of a document: a line for each problem), and as a signed
 * manifest that names no person (keys are committed to with a secret of the import, rows of a table are digests of their cells' JSON).
 */
@Service
public class ImportErrors {

    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String PREDICATE = "https://switchboard.example/import-errors/v1";
    private static final int PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImportService service;
    private final Imports imports;
    private final PlannedRows rows;
    private final Sources sources;
    private final Targets targets;
    private final ManifestSigner signer;

    ImportErrors(
            ImportService service,
            Imports imports,
            PlannedRows rows,
            Sources sources,
            Targets targets,
            ManifestSigner signer) {
        this.service = service;
        this.imports = imports;
        this.rows = rows;
        this.sources = sources;
        this.targets = targets;
        this.signer = signer;
    }

    /** The signed manifest's envelope; empty where the import is not this tenant's. */
    public Optional<byte[]> manifest(Caller caller, ImportId id) {
        return find(caller, id).map(plan -> signer.sign(plan.tenant(), PAYLOAD_TYPE, payload(plan)));
    }

    public boolean exist(Caller caller, ImportId id) {
        return find(caller, id).isPresent();
    }

    /** Writes the rejected rows, header first. False where the import is not this tenant's; nothing is written then. */
    public boolean writeCsv(Caller caller, ImportId id, Writer out) throws IOException {
        var plan = find(caller, id);
        if (plan.isPresent()) {
            write(plan.get(), out);
        }
        return plan.isPresent();
    }

    private Optional<ImportPlan> find(Caller caller, ImportId id) {
        return service.find(caller, id).filter(plan -> plan.clearedAt().isEmpty());
    }

    private void write(ImportPlan plan, Writer out) throws IOException {
        if (plan.source().isDocument()) {
            new RejectedEntries(after -> rejects(plan, after)).writeCsv(out);
        } else {
            writeRows(plan, out);
        }
    }

    private void writeRows(ImportPlan plan, Writer out) throws IOException {
        try (var rejected = rejected(plan)) {
            out.write(CsvText.line(with(rejected.header(), "error")));
            while (rejected.hasNext()) {
                var next = rejected.next();
                out.write(CsvText.line(with(next.row().cells(), reasons(next.reject()))));
            }
        }
    }

    private static List<String> with(List<String> cells, String last) {
        var all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    private static String reasons(PlannedChange.Reject reject) {
        return reject.problems().stream()
                .map(problem -> problem.code() + " " + problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; "));
    }

    /** in-toto Statement v1 in the key order of RFC 8785 (all keys are ASCII), without insignificant whitespace. */
    byte[] payload(ImportPlan plan) {
        var statement = new TreeMap<String, Object>();
        statement.put("_type", "https://in-toto.io/Statement/v1");
        statement.put("predicateType", PREDICATE);
        statement.put(
                "subject",
                List.of(new TreeMap<>(Map.of(
                        "name",
                        "import/" + plan.id(),
                        "digest",
                        Map.of("sha256", plan.source().digest().hex())))));
        statement.put("predicate", predicate(plan));
        return JSON.writeValueAsBytes(statement);
    }

    private Map<String, Object> predicate(ImportPlan plan) {
        var predicate = new TreeMap<String, Object>();
        predicate.put("plan", plan.id().value());
        predicate.put("source", plan.source().digest().hex());
        predicate.put("totals", totals(plan.counts()));
        var salt = imports.salt(plan.tenant(), plan.id());
        predicate.put(
                "rows",
                plan.source().isDocument()
                        ? new RejectedEntries(after -> rejects(plan, after)).entries(key -> commitment(salt, key))
                        : entries(plan, salt));
        return predicate;
    }

    private static Map<String, Long> totals(ImportCounts counts) {
        return new TreeMap<>(Map.of(
                "read", counts.read(),
                "create", counts.create(),
                "update", counts.update(),
                "remove", counts.remove(),
                "unchanged", counts.unchanged(),
                "reject", counts.reject(),
                "conflict", counts.conflict(),
                "held", counts.held()));
    }

    private List<Map<String, Object>> entries(ImportPlan plan, byte[] salt) {
        var entries = new ArrayList<Map<String, Object>>();
        try (var rejected = rejected(plan)) {
            while (rejected.hasNext()) {
                var next = rejected.next();
                next.reject()
                        .problems()
                        .forEach(problem -> entries.add(entry(salt, next.row(), next.reject(), problem)));
            }
        }
        return entries;
    }

    private static Map<String, Object> entry(byte[] salt, CsvRow row, PlannedChange.Reject reject, RowProblem problem) {
        return new TreeMap<>(Map.of(
                "line", row.line(),
                "key", commitment(salt, reject.key()),
                "field", problem.field(),
                "code", problem.code(),
                "row", Sha256.of(JSON.writeValueAsBytes(row.cells())).hex()));
    }

    private static String commitment(byte[] salt, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private Rejected rejected(ImportPlan plan) {
        var target = targets.of(plan.kind());
        return target.fold(plan.mapping())
                .<Rejected>map(_ -> new RejectedGroups(
                        sources.table(plan),
                        String.valueOf(
                                plan.mapping().get(target.columns().getFirst().name())),
                        after -> rejects(plan, after)))
                .orElseGet(() -> new RejectedRows(sources.table(plan), after -> rejects(plan, after)));
    }

    private List<PlannedChange.Reject> rejects(ImportPlan plan, int after) {
        return rows.rejectsAfter(plan, targets.of(plan.kind()), after, PAGE);
    }
}
