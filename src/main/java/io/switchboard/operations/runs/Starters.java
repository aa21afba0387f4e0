package io.switchboard.operations.runs;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who started a run, with the roles held now: a role that was taken meanwhile decides nothing any more. */
@Component
class Starters {

    private final Members members;

    Starters(Members members) {
        this.members = members;
    }

    Caller now(Run run) {
        var then = run.starter();
        return then.actor().type() == Actor.Type.USER
                ? members.find(run.tenant(), new MemberId(then.actor().id()))
                        .filter(Member::active)
                        .map(member -> new Caller(run.tenant(), then.actor(), member.roles()))
                        .orElseGet(() -> new Caller(run.tenant(), then.actor(), Set.of()))
                : then;
    }
}
