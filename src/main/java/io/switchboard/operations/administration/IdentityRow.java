package io.switchboard.operations.administration;

import io.switchboard.kernel.Role;
import io.switchboard.operations.imports.ImportTarget.Checked;
import io.switchboard.operations.imports.RowProblem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of an identities file: its stored form, or everything that is wrong with it. */
final class IdentityRow {

    private static final int NAME = 128;
    private static final int ADDRESS = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\"<>(),;:\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");
    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final Set<String> NO = Set.of("false", "0", "no");

    private final Map<String, String> cells;
    private final boolean platformTenant;
    private final Function<String, Optional<String>> otherSpelling;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, Optional<String>> values = new LinkedHashMap<>();

    IdentityRow(Map<String, String> cells, boolean platformTenant, Function<String, Optional<String>> otherSpelling) {
        this.cells = cells;
        this.platformTenant = platformTenant;
        this.otherSpelling = otherSpelling;
    }

    Checked check() {
        userName(cells.getOrDefault("user_name", ""));
        cells.forEach((column, text) -> {
            switch (column) {
                case "given_name", "family_name", "department" -> text(column, text, NAME);
                case "email" -> email(text);
                case "roles" -> roles(text);
                case "active" -> active(text);
                default -> {}
            }
        });
        return problems.isEmpty() ? new Checked.Valid(values) : new Checked.Invalid(List.copyOf(problems));
    }

    private void userName(String text) {
        if (text.isEmpty()) {
            problem("user_name", "E-101", "The user name is missing", "Give every row a user name");
        } else {
            text("user_name", text, NAME);
            otherSpelling
                    .apply(text)
                    .ifPresent(is -> problem(
                            "user_name",
                            "E-107",
                            "A member is called “" + shown(is) + "”, which differs by case only",
                            "Write the user name as the member has it"));
        }
    }

    private void text(String column, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            problem(column, "E-102", "The value has more than " + most + " characters", "Shorten it to " + most);
        }
        values.put(column, Optional.of(text).filter(value -> !value.isEmpty()));
    }

    private void email(String text) {
        text("email", text, ADDRESS);
        if (!text.isEmpty() && text.length() <= ADDRESS && !EMAIL.matcher(text).matches()) {
            problem("email", "E-103", "“" + shown(text) + "” is not an address", "Write it as name@domain.tld");
        }
    }

    private void roles(String text) {
        var roles = EnumSet.noneOf(Role.class);
        for (var part : text.split("[;|,]", -1)) {
            var name = part.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                Role.parse(name)
                        .filter(role -> platformTenant || !role.isPlatformOnly())
                        .ifPresentOrElse(roles::add, () -> unknownRole(name));
            }
        }
        values.put("roles", Optional.of(roles.stream().map(Role::wire).collect(Collectors.joining(","))));
    }

    private void unknownRole(String name) {
        var known = EnumSet.allOf(Role.class).stream()
                .filter(role -> platformTenant || !role.isPlatformOnly())
                .map(Role::wire)
                .collect(Collectors.joining(", "));
        problem("roles", "E-104", "“" + shown(name) + "” is no role of this tenant", "Use " + known);
    }

    private void active(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            values.put("active", Optional.of(YES.contains(word) ? "1" : "0"));
        } else {
            problem("active", "E-106", "“" + shown(text) + "” is neither yes nor no", "Use true or false");
        }
    }

    private void problem(String field, String code, String message, String fix) {
        problems.add(new RowProblem(field, code, message, fix));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
