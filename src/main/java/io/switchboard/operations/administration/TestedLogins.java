package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.ConnectionId;
import io.switchboard.platform.identity.IdpConnection;
import io.switchboard.platform.identity.IdpConnection.Stage;
import io.switchboard.platform.identity.IdpConnections;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.TestLogin;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A login through the candidate counts if the provider vouched for an active partner-admin: else nobody could repair what is activated. */
@Service
class TestedLogins {

    private final EnforcementPoint enforcement;
    private final IdpConnections connections;
    private final Members members;

    TestedLogins(EnforcementPoint enforcement, IdpConnections connections, Members members) {
        this.enforcement = enforcement;
        this.connections = connections;
        this.members = members;
    }

    /** Does nothing where there is no candidate any more. */
    void record(Caller tester, TestLogin login) {
        connections
                .find(tester.tenant(), Stage.CANDIDATE)
                .flatMap(IdpConnection::id)
                .ifPresent(id -> record(tester, id, login));
    }

    private void record(Caller tester, ConnectionId id, TestLogin login) {
        var action =
                GovernedAction.of(tester, IdentityProviderConnection.TEST, IdentityProviderConnection.resource(id));
        var ended = enforcement.perform(action, () -> switch (login) {
            case TestLogin.Vouched vouched -> passed(tester, id, vouched.userName());
            case TestLogin.Broken broken -> throw broken(broken.error());
        });
        if (ended instanceof Enforced.Failed<Member> failed) {
            connections.testFailed(tester.tenant(), id, failed.failure().explanation());
        }
    }

    private Effect<Member> passed(Caller tester, ConnectionId id, String userName) {
        var member = members.findByUserName(tester.tenant(), userName)
                .orElseThrow(() -> new ChangeFailure(
                        "not-a-member",
                        "The provider says you are “" + userName
                                + "”, and this tenant has no member of that user name. Let the provider send the user name as"
                                + " preferred_username, or give a partner-admin that name here."));
        requireAdmin(member);
        if (!connections.tested(tester.tenant(), id, member.id())) {
            throw new ChangeFailure("replaced", "The connection was replaced during the test. Test the new one.");
        }
        return Effect.of(member, Subject.atVersion("IdpConnection", id.value(), 1))
                .withFacts(Map.of(
                        "member",
                        member.id().value(),
                        "sameMember",
                        member.id().value().equals(tester.actor().id())))
                .withDisclosures(Map.of("userName", userName));
    }

    private static void requireAdmin(Member member) {
        if (!member.active()) {
            throw new ChangeFailure(
                    "deactivated",
                    "The provider says you are “" + member.userName()
                            + "”, whose membership is deactivated. Test with an active partner-admin.");
        }
        if (!member.roles().contains(Role.PARTNER_ADMIN)) {
            throw new ChangeFailure(
                    "not-an-admin",
                    "The provider says you are “" + member.userName()
                            + "”, who is no partner-admin here. Test with one, so that somebody can repair the connection later.");
        }
    }

    private static ChangeFailure broken(String error) {
        return new ChangeFailure("login-broken", BrokenLogin.sentence(error), Map.of("error", error));
    }
}
