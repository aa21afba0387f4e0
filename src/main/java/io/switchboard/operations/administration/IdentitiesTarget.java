package io.switchboard.operations.administration;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportTarget;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.operations.imports.TargetTable;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.platform.identity.Standings;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Members and their roles from a file. A member that SCIM manages is a conflict, since two sources must not overwrite each other. */
@Component
class IdentitiesTarget implements ImportTarget {

    private static final List<String> RAISED = Stream.concat(
                    Stream.of(Role.PARTNER_ADMIN, Role.APPROVER, Role.OPERATOR), platformOnly())
            .map(Role::wire)
            .toList();
    private static final List<String> RAISED_WHEN_NEW = Stream.concat(
                    Stream.of(Role.PARTNER_ADMIN, Role.APPROVER), platformOnly())
            .map(Role::wire)
            .toList();

    private final Predicate<TenantId> platform;
    private final Function<TenantId, Function<String, Optional<String>>> otherSpellings;
    private final ToLongFunction<TenantId> administrators;

    @Autowired
    IdentitiesTarget(PlatformTenant platform, OtherSpellings spellings, Standings standings) {
        this(platform::is, spellings::in, tenant -> standings.holders(tenant, Role.PARTNER_ADMIN));
    }

    IdentitiesTarget(
            Predicate<TenantId> platform,
            Function<TenantId, Function<String, Optional<String>>> otherSpellings,
            ToLongFunction<TenantId> administrators) {
        this.platform = platform;
        this.otherSpellings = otherSpellings;
        this.administrators = administrators;
    }

    @Override
    public String kind() {
        return "identities";
    }

    @Override
    public KindWords words() {
        return new KindWords(
                "person",
                "people",
                "user name",
                List.of(
                        "CSV with a header line; comma, semicolon, tab or bar; UTF-8 or what a spreadsheet writes.",
                        "SCIM 2.0 users as JSON: a list response, an array, or the POST operations of a bulk request.",
                        "At most 200 MB, 1,000,000 rows and 200 columns.",
                        "Only user_name is needed. Fields that the file does not have stay as they are.",
                        "Several roles in one cell are separated by a bar or semicolon."),
                Optional.of("whether the people exist at your identity provider."),
                Optional.of("The people can sign in as soon as your identity provider knows them."));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column(
                        "user_name", true, List.of("username", "login", "userid", "account", "samaccountname", "upn")),
                new Column("given_name", false, List.of("firstname", "forename", "givenname", "first")),
                new Column("family_name", false, List.of("lastname", "surname", "familyname", "last")),
                new Column("email", false, List.of("mail", "emailaddress", "e-mail")),
                new Column("roles", false, List.of("role", "groups", "permissions")),
                new Column("department", false, List.of("dept", "team", "unit", "organisation", "organization")),
                new Column("active", false, List.of("enabled", "isactive")));
    }

    @Override
    public List<DocumentFormat> documents() {
        return List.of(new ScimFormat());
    }

    @Override
    public TargetTable table() {
        return new TargetTable(
                "member",
                "member_id",
                "user_name",
                List.of("given_name", "family_name", "email", "roles", "department", "active"),
                Set.of(),
                Map.of("managed_by", "import"),
                Optional.of(new TargetTable.Guard(
                        "t.managed_by = 'scim'", "E-201", "The member is managed by SCIM and would be changed")),
                Optional.of(new TargetTable.Privileges("roles", RAISED, RAISED_WHEN_NEW, "active")),
                List.of(new TargetTable.Guard(
                        "EXISTS (SELECT 1 FROM member_group_member g WHERE g.tenant_id = t.tenant_id AND g.member_id = t.member_id)",
                        "E-202",
                        "The member is in a group by now")));
    }

    @Override
    public String shown(String field, String stored) {
        return switch (field) {
            case "active" -> stored.equals("1") ? "yes" : stored.equals("0") ? "no" : stored;
            case "roles" -> stored.replace(",", ", ");
            default -> stored;
        };
    }

    /** Case does not tell user names apart (RFC 7643, section 4.1.1). */
    @Override
    public boolean keyIgnoresCase() {
        return true;
    }

    @Override
    public String newId() {
        return MemberId.random().value();
    }

    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant) {
        boolean isPlatform = platform.test(tenant);
        var others = otherSpellings.apply(tenant);
        return cells -> new IdentityRow(cells, isPlatform, others).check();
    }

    /** As by SCIM, whoever administers the tenant last stays. */
    @Override
    public Supplier<Optional<String>> afterwards(TenantId tenant) {
        boolean administered = administrators.applyAsLong(tenant) > 0;
        return () -> administered && administrators.applyAsLong(tenant) == 0
                ? Optional.of(
                        "This would take away the last active partner-admin, and nobody could administer the tenant"
                                + " any more. Make somebody else partner-admin first, or take the row out of the file.")
                : Optional.empty();
    }

    private static Stream<Role> platformOnly() {
        return Arrays.stream(Role.values()).filter(Role::isPlatformOnly);
    }
}
