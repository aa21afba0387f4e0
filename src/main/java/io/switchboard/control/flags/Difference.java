package io.switchboard.control.flags;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A field that is another after a change. The title is text that people typed; the rest is codes. */
public record Difference(String field, String before, String after) {

    private static final String NONE = "none";
    private static final int LONGEST_FACT = 128;

    /** Without {@code before} everything is new. */
    public static List<Difference> between(Optional<? extends Defined> before, Defined after) {
        var was = before.map(Difference::fields).orElse(Map.of());
        var is = fields(after);
        var differences = new ArrayList<Difference>();
        for (var field : order(after)) {
            var then = was.getOrDefault(field, NONE);
            var now = Objects.requireNonNull(is.get(field));
            if (!then.equals(now)) {
                differences.add(new Difference(field, then, now));
            }
        }
        return differences;
    }

    private static List<String> order(Defined defined) {
        return switch (defined) {
            case Flag _ -> List.of("title", "owner", "default", "switch", "rules");
            case Cohort _ -> List.of("title", "tenants");
        };
    }

    private static Map<String, String> fields(Defined defined) {
        return switch (defined) {
            case Flag flag ->
                Map.of(
                        "title", flag.title(),
                        "owner", flag.owner().map(MemberId::value).orElse(NONE),
                        "default", Variant.of(flag.byDefault()),
                        "switch", Variant.of(flag.on()),
                        "rules", joined(flag.rules().stream().map(Rule::code).toList()));
            case Cohort cohort -> Map.of("title", cohort.title(), "tenants", joined(List.copyOf(cohort.ids())));
        };
    }

    private static String joined(List<String> codes) {
        return codes.isEmpty() ? NONE : String.join("+", codes);
    }

    /** For the receipt's payload; what is longer than a fact may be stands there as its digest. */
    static HashMap<String, Object> facts(List<Difference> differences) {
        var facts = new HashMap<String, Object>();
        for (var difference : differences) {
            if (!difference.field().equals("title")) {
                facts.put(difference.field() + ".before", fact(difference.before()));
                facts.put(difference.field() + ".after", fact(difference.after()));
            }
        }
        return facts;
    }

    private static String fact(String code) {
        return code.length() <= LONGEST_FACT ? code : "sha256:" + Sha256.of(code);
    }

    /** All of it in words, for a disclosure of the receipt. */
    static String text(List<Difference> differences) {
        return differences.stream()
                .map(one -> one.field() + ": " + one.before() + " → " + one.after())
                .collect(Collectors.joining("\n"));
    }
}
