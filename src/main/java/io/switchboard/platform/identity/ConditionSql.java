package io.switchboard.platform.identity;

import io.switchboard.kernel.Utc;
import io.switchboard.platform.identity.Condition.All;
import io.switchboard.platform.identity.Condition.Any;
import io.switchboard.platform.identity.Condition.Compare;
import io.switchboard.platform.identity.Condition.Not;
import io.switchboard.platform.identity.Condition.Operator;
import io.switchboard.platform.identity.Condition.Present;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition as SQL: the text holds nothing but our own words and question marks, every value is a parameter. What is null matches nothing but {@code
 * ne} and a negation, as RFC 7644 has it of attributes without a value.
 */
final class ConditionSql<F> {

    /** How a field is written and compared. */
    interface Expressions<F> {
        String sql(F field);

        FieldKind kind(F field);
    }

    static final Expressions<MemberField> MEMBERS = new Expressions<>() {
        @Override
        public String sql(MemberField field) {
            return field.sql();
        }

        @Override
        public FieldKind kind(MemberField field) {
            return field.kind();
        }
    };

    static final Expressions<GroupField> GROUPS = new Expressions<>() {
        @Override
        public String sql(GroupField field) {
            return field.sql();
        }

        @Override
        public FieldKind kind(GroupField field) {
            return field.kind();
        }
    };

    private static final String FOLDED = "LOWER(? COLLATE utf8mb4_nopad_bin)";
    /** As our columns are, so that their index is used; a character that they cannot have becomes a question mark, which no id has. */
    private static final String ASCII = "CONVERT(? USING ascii)";

    private static final String AS_IS = "? COLLATE utf8mb4_nopad_bin";

    private final Expressions<F> expressions;
    private final List<Object> parameters = new ArrayList<>();

    ConditionSql(Expressions<F> expressions) {
        this.expressions = expressions;
    }

    /** In the order of the question marks of everything written so far. */
    List<Object> parameters() {
        return parameters;
    }

    String of(Condition<F> condition) {
        return switch (condition) {
            case All<F>(var all) -> all.isEmpty() ? "TRUE" : joined(all, " AND ");
            case Any<F>(var any) -> any.isEmpty() ? "FALSE" : joined(any, " OR ");
            case Not<F>(var inner) -> "NOT IFNULL(" + of(inner) + ", FALSE)";
            case Present<F>(var field) -> present(field);
            case Compare<F> compare -> compare(compare);
        };
    }

    private String joined(List<Condition<F>> parts, String word) {
        return parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
    }

    private String present(F field) {
        var sql = expressions.sql(field);
        return expressions.kind(field) == FieldKind.LINK ? "EXISTS " + sql : "(" + sql + " IS NOT NULL)";
    }

    private String compare(Compare<F> compare) {
        if (compare.operator() == Operator.NOT_EQUAL) {
            return of(new Not<>(new Compare<>(compare.field(), Operator.EQUAL, compare.value())));
        }
        var sql = expressions.sql(compare.field());
        return switch (expressions.kind(compare.field())) {
            case LINK -> "(" + parameter(compare.value(), ASCII) + " IN " + sql + ")";
            case TRUTH -> "(" + sql + " = " + parameter(compare.value(), "?") + ")";
            case TIME -> "(" + sql + sign(compare.operator()) + parameter(time(compare.value()), "?") + ")";
            case OURS -> text(sql, compare, ASCII);
            case EXACT -> text(sql, compare, AS_IS);
            case FOLDED -> text(sql, compare, FOLDED);
        };
    }

    private String text(String sql, Compare<F> compare, String place) {
        return switch (compare.operator()) {
            case CONTAINS -> like(sql, "%" + escaped(compare.value()) + "%", place);
            case STARTS_WITH -> like(sql, escaped(compare.value()) + "%", place);
            case ENDS_WITH -> like(sql, "%" + escaped(compare.value()), place);
            case EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                "(" + sql + sign(compare.operator()) + parameter(compare.value(), place) + ")";
        };
    }

    private String like(String sql, String pattern, String place) {
        return "(" + sql + " LIKE " + parameter(pattern, place) + " ESCAPE '!')";
    }

    private static String escaped(Object value) {
        return value.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Object time(Object value) {
        return Utc.column((Instant) value);
    }

    private String parameter(Object value, String place) {
        parameters.add(value);
        return place;
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case NOT_EQUAL, CONTAINS, STARTS_WITH, ENDS_WITH ->
                throw new IllegalArgumentException(operator + " is no sign of SQL");
        };
    }
}
