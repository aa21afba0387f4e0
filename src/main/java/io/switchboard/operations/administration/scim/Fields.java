package io.switchboard.operations.administration.scim;

import io.switchboard.operations.administration.scim.filter.AttributeName;
import io.switchboard.operations.administration.scim.filter.Filter;
import io.switchboard.operations.administration.scim.filter.SyntaxFault;
import io.switchboard.platform.identity.Condition;
import io.switchboard.platform.identity.FieldKind;
import io.switchboard.platform.identity.GroupField;
import io.switchboard.platform.identity.MemberField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which attributes a search may name, and a filter as a condition on them. An attribute that is not kept cannot be searched by, and that is said. */
record Fields<F>(Map<String, F> byName, Function<F, FieldKind> kind) {

    static final Fields<MemberField> USERS = new Fields<>(
            Map.ofEntries(
                    Map.entry("id", MemberField.ID),
                    Map.entry("username", MemberField.USER_NAME),
                    Map.entry("externalid", MemberField.EXTERNAL_ID),
                    Map.entry("displayname", MemberField.DISPLAY_NAME),
                    Map.entry("name.givenname", MemberField.GIVEN_NAME),
                    Map.entry("name.familyname", MemberField.FAMILY_NAME),
                    Map.entry("emails", MemberField.EMAIL),
                    Map.entry("emails.value", MemberField.EMAIL),
                    Map.entry("emails.type", MemberField.EMAIL_TYPE),
                    Map.entry("emails.primary", MemberField.EMAIL_PRIMARY),
                    Map.entry("active", MemberField.ACTIVE),
                    Map.entry("enterprise:department", MemberField.DEPARTMENT),
                    Map.entry("groups", MemberField.GROUP),
                    Map.entry("groups.value", MemberField.GROUP),
                    Map.entry("meta.created", MemberField.CREATED),
                    Map.entry("meta.lastmodified", MemberField.UPDATED)),
            MemberField::kind);

    static final Fields<GroupField> GROUPS = new Fields<>(
            Map.ofEntries(
                    Map.entry("id", GroupField.ID),
                    Map.entry("displayname", GroupField.DISPLAY_NAME),
                    Map.entry("externalid", GroupField.EXTERNAL_ID),
                    Map.entry("members", GroupField.MEMBER),
                    Map.entry("members.value", GroupField.MEMBER),
                    Map.entry("meta.created", GroupField.CREATED),
                    Map.entry("meta.lastmodified", GroupField.UPDATED)),
            GroupField::kind);

    Condition<F> condition(Optional<String> filter) {
        return filter.map(text -> condition(parsed(text), "")).orElseGet(Condition::everything);
    }

    Optional<F> sortBy(Optional<String> attribute) {
        return attribute.map(text -> field(name(text), ""));
    }

    private static AttributeName name(String text) {
        if (parsed(text + " pr") instanceof Filter.Present(var name)) {
            return name;
        }
        throw ScimFault.value("The attribute to sort by cannot be read. Name one.");
    }

    private static Filter parsed(String text) {
        try {
            return Filter.parse(text);
        } catch (SyntaxFault fault) {
            throw invalid("The filter cannot be read. " + fault.sentence());
        }
    }

    private Condition<F> condition(Filter filter, String within) {
        return switch (filter) {
            case Filter.And(var all) -> new Condition.All<>(conditions(all, within));
            case Filter.Or(var any) -> new Condition.Any<>(conditions(any, within));
            case Filter.Not(var inner) -> new Condition.Not<>(condition(inner, within));
            case Filter.Present(var name) -> new Condition.Present<>(field(name, within));
            case Filter.OneOf(var name, var inner) -> condition(inner, name.key() + ".");
            case Filter.Compare compare -> compare(compare, within);
        };
    }

    private List<Condition<F>> conditions(List<Filter> filters, String within) {
        return filters.stream().map(filter -> condition(filter, within)).toList();
    }

    private F field(AttributeName name, String within) {
        return Optional.ofNullable(name.foreign() ? null : byName.get(within + name.key()))
                .orElseThrow(() -> invalid("The attribute " + ScimJson.shown(within + name.key())
                        + " cannot be searched by; these can: "
                        + String.join(", ", byName.keySet().stream().sorted().toList()) + "."));
    }

    private Condition<F> compare(Filter.Compare compare, String within) {
        var field = field(compare.attribute(), within);
        if (compare.value().isEmpty()) {
            return empty(compare, field);
        }
        var how = kind.apply(field);
        requireOperator(compare, how);
        return new Condition.Compare<>(field, operator(compare.operator()), value(compare, how));
    }

    /** {@code eq null} asks for what has no value. */
    private static <F> Condition<F> empty(Filter.Compare compare, F field) {
        return switch (compare.operator()) {
            case EQ -> new Condition.Not<>(new Condition.Present<>(field));
            case NE -> new Condition.Present<>(field);
            case CO, SW, EW, GT, GE, LT, LE -> throw invalid("Nothing but eq and ne compares with null.");
        };
    }

    private static void requireOperator(Filter.Compare compare, FieldKind kind) {
        boolean fits = switch (compare.operator()) {
            case EQ, NE -> true;
            case CO, SW, EW -> kind == FieldKind.OURS || kind == FieldKind.EXACT || kind == FieldKind.FOLDED;
            case GT, GE, LT, LE -> kind != FieldKind.TRUTH && kind != FieldKind.LINK;
        };
        if (!fits) {
            throw invalid("The attribute " + compare.attribute().key() + " cannot be compared by "
                    + compare.operator().name().toLowerCase(java.util.Locale.ROOT) + ". Use eq or ne.");
        }
    }

    private static Object value(Filter.Compare compare, FieldKind kind) {
        var value = compare.value().orElseThrow();
        return switch (kind) {
            case OURS, EXACT, FOLDED, LINK -> value.toString();
            case TRUTH -> truth(value.toString(), compare.attribute());
            case TIME -> time(value.toString());
        };
    }

    private static Boolean truth(String text, AttributeName name) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        throw invalid("The attribute " + name.key() + " is compared with true or false.");
    }

    private static Instant time(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.parse("1000-01-01T00:00:00Z"))
                    || instant.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw invalid("Times are between the years 1000 and 9999.");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid("A time is written like 2026-11-21T12:00:00Z.");
        }
    }

    private static Condition.Operator operator(Filter.Operator operator) {
        return switch (operator) {
            case EQ -> Condition.Operator.EQUAL;
            case NE -> Condition.Operator.NOT_EQUAL;
            case CO -> Condition.Operator.CONTAINS;
            case SW -> Condition.Operator.STARTS_WITH;
            case EW -> Condition.Operator.ENDS_WITH;
            case GT -> Condition.Operator.GREATER;
            case GE -> Condition.Operator.GREATER_OR_EQUAL;
            case LT -> Condition.Operator.LESS;
            case LE -> Condition.Operator.LESS_OR_EQUAL;
        };
    }

    private static ScimFault invalid(String sentence) {
        return ScimFault.bad("invalidFilter", sentence);
    }
}
