package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clients that are not ours, UnboundID's and SCIM-SDK's, each through the whole life of users and groups. */
class ScimStrangersTest extends RunningPortal {

    private String admin = "";

    /** A tenant of its own: what the two take from members adds up with what others take from theirs. */
    @BeforeEach
    void ownTenant() {
        admin = "s" + UUID.randomUUID().toString().substring(0, 8);
        var made = tenants.register(
                new Slug(admin), Plan.PRO, new TenantSettings(admin, "#1f5eff", Optional.empty(), 365));
        keys.establish(made.id(), made.log(), made.log().value());
        registerClient(new Caller(made.id(), Actor.service("scim"), Set.of(Role.PARTNER_ADMIN)), admin);
    }

    private String base() {
        return "http://127.0.0.1:" + port + "/scim/v2";
    }

    private static String unique(String name) {
        return name + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void unboundIdsClientBringsChangesFindsAndRemoves() throws ScimException {
        try (var http = jersey()) {
            var scim = new ScimService(http.target(base()));
            assertThat(scim.getServiceProviderConfig().getBulk().isSupported()).isTrue();
            assertThat(scim.getResourceTypes().getTotalResults()).isEqualTo(2);
            assertThat(scim.getSchemas().getTotalResults()).isEqualTo(3);
            var user = lifeOfAUser(scim);
            lifeOfAGroup(scim, user);
            scim.delete(user);
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> scim.retrieve("Users", String.valueOf(user.getId()), UserResource.class))
                    .satisfies(fault ->
                            assertThat(fault.getScimError().getStatus()).isEqualTo(404));
        }
    }

    private static UserResource lifeOfAUser(ScimService scim) throws ScimException {
        var name = unique("Unbound");
        var email = new Email().setValue(name + "@example.com").setType("work").setPrimary(true);
        var made = scim.create(
                "Users",
                new UserResource()
                        .setUserName(name)
                        .setName(new Name().setGivenName("Una"))
                        .setEmails(email));
        assertThat(scim.retrieve(made)).isEqualTo(made);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> scim.create("Users", new UserResource().setUserName(name)))
                .satisfies(fault -> {
                    assertThat(fault.getScimError().getStatus()).isEqualTo(409);
                    assertThat(fault.getScimError().getScimType()).isEqualTo("uniqueness");
                });
        var off = scim.modifyRequest(made).replaceValue("active", false).invoke();
        assertThat(off.getActive()).isFalse();
        var replaced = scim.replace(off.setActive(true).setName(new Name().setFamilyName("Bound")));
        assertThat(replaced.getName())
                .isNotNull()
                .extracting(Name::getFamilyName)
                .isEqualTo("Bound");
        var found = scim.searchRequest("Users")
                .filter("userName eq \"" + name + "\" and emails[type eq \"work\"]")
                .invoke(UserResource.class);
        assertThat(found.getTotalResults()).isEqualTo(1);
        var posted = scim.searchRequest("Users")
                .filter("userName eq \"" + name + "\"")
                .attributes("userName")
                .page(1, 5)
                .invokePost(UserResource.class);
        assertThat(posted.getTotalResults()).isEqualTo(1);
        return replaced;
    }

    private static void lifeOfAGroup(ScimService scim, UserResource user) throws ScimException {
        var group = scim.create("Groups", new GroupResource().setDisplayName(unique("Team")));
        var with = scim.modifyRequest(group)
                .addValues("members", new Member().setValue(String.valueOf(user.getId())))
                .invoke();
        assertThat(with.getMembers())
                .singleElement()
                .extracting(Member::getValue)
                .isEqualTo(String.valueOf(user.getId()));
        var without = scim.modifyRequest(with)
                .removeValues("members[value eq \"" + String.valueOf(user.getId()) + "\"]")
                .invoke();
        assertThat(without.getMembers()).isNullOrEmpty();
        scim.replace(without.setDisplayName(unique("Renamed"))
                .setMembers(new Member().setValue(String.valueOf(user.getId()))));
        scim.delete("Groups", String.valueOf(group.getId()));
    }

    private Client jersey() {
        ClientRequestFilter token = request -> request.getHeaders().putSingle("Authorization", bearer(admin));
        return ClientBuilder.newClient(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
                .register(token);
    }

    @Test
    void scimSdksClientBringsChangesFindsAndRemoves() {
        var config = ScimClientConfig.builder()
                .httpHeaders(Map.of("Authorization", bearer(admin)))
                .connectTimeout(30)
                .requestTimeout(30)
                .socketTimeout(30)
                .build();
        try (var scim = new ScimRequestBuilder(base(), config)) {
            assertThat(scim.loadServiceProviderConfiguration().getBulkConfig().isSupported())
                    .isTrue();
            var user = lifeOfAUser(scim);
            lifeOfAGroup(scim, user);
            bulk(scim);
            assertThat(scim.delete(User.class, "/Users", user).sendRequest().getHttpStatus())
                    .isEqualTo(204);
            assertThat(scim.get(User.class, "/Users", user).sendRequest().getHttpStatus())
                    .isEqualTo(404);
        }
    }

    private static String lifeOfAUser(ScimRequestBuilder scim) {
        var name = unique("Goldfish");
        var made = good(scim.create(User.class, "/Users")
                .setResource(User.builder().userName(name).active(true).build())
                .sendRequest());
        var id = made.getId().orElseThrow();
        assertThat(scim.create(User.class, "/Users")
                        .setResource(User.builder().userName(name).build())
                        .sendRequest()
                        .getErrorResponse()
                        .getScimType())
                .contains("uniqueness");
        var patched = good(scim.patch(User.class, "/Users", id)
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("name.familyName")
                .value("Fish")
                .build()
                .sendRequest());
        assertThat(patched.getName().orElseThrow().getFamilyName()).contains("Fish");
        var updated = good(scim.update(User.class, "/Users", id)
                .setResource(User.builder().userName(name).active(false).build())
                .sendRequest());
        assertThat(updated.isActive()).contains(false);
        var found = scim.list(User.class, "/Users")
                .filter("userName", Comparator.EQ, name)
                .build()
                .get()
                .sendRequest();
        assertThat(found.isSuccess()).as(found.getResponseBody()).isTrue();
        assertThat(found.getResource().getTotalResults()).isEqualTo(1);
        return id;
    }

    private static void lifeOfAGroup(ScimRequestBuilder scim, String user) {
        var member = de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member.builder()
                .value(user)
                .build();
        var group = good(scim.create(Group.class, "/Groups")
                .setResource(Group.builder()
                        .displayName(unique("Team"))
                        .members(List.of(member))
                        .build())
                .sendRequest());
        var id = group.getId().orElseThrow();
        var without = good(scim.patch(Group.class, "/Groups", id)
                .addOperation()
                .op(PatchOp.REMOVE)
                .path("members[value eq \"" + user + "\"]")
                .build()
                .sendRequest());
        assertThat(without.getMembers()).isEmpty();
        assertThat(scim.delete(Group.class, "/Groups", id).sendRequest().getHttpStatus())
                .isEqualTo(204);
    }

    private static void bulk(ScimRequestBuilder scim) {
        var done = scim.bulk()
                .bulkRequestOperation("/Users")
                .method(HttpMethod.POST)
                .bulkId("a")
                .data(User.builder().userName(unique("bulk")).build())
                .next()
                .bulkRequestOperation("/Groups")
                .method(HttpMethod.POST)
                .bulkId("b")
                .data(Group.builder()
                        .displayName(unique("Bulk"))
                        .members(List.of(de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member.builder()
                                .value("bulkId:a")
                                .build()))
                        .build())
                .sendRequest();
        assertThat(done.isSuccess()).as(done.getResponseBody()).isTrue();
        assertThat(done.getResource().getBulkResponseOperations())
                .allSatisfy(operation -> assertThat(operation.getStatus()).isEqualTo(201));
    }

    private static <T extends de.captaingoldfish.scim.sdk.common.resources.ResourceNode> T good(
            ServerResponse<T> answer) {
        assertThat(answer.isSuccess()).as(answer.getResponseBody()).isTrue();
        return Optional.ofNullable(answer.getResource()).orElseThrow();
    }
}
