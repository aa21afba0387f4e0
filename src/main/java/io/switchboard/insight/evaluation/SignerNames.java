package io.switchboard.insight.evaluation;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import org.springframework.stereotype.Component;

/** What whoever signs is called: a signature says a name. */
@Component
class SignerNames {

    private final Members members;

    SignerNames(Members members) {
        this.members = members;
    }

    String of(Caller caller) {
        return caller.actor().type() == Actor.Type.USER
                ? members.find(caller.tenant(), new MemberId(caller.actor().id()))
                        .map(Member::displayName)
                        .orElse(caller.actor().id())
                : caller.actor().id();
    }
}
