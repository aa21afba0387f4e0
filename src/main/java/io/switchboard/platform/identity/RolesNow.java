package io.switchboard.platform.identity;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody with the roles held at this moment: a page that has been open for a while, or a job, knows those of before. Whoever left has none. */
@Component
public class RolesNow {

    private final Members members;

    public RolesNow(Members members) {
        this.members = members;
    }

    /** A service has the roles that it came with: they are those of its token. */
    public Caller of(Caller caller) {
        return caller.actor().type() == Actor.Type.USER
                ? new Caller(
                        caller.tenant(),
                        caller.actor(),
                        members.find(
                                        caller.tenant(),
                                        new MemberId(caller.actor().id()))
                                .filter(Member::active)
                                .map(Member::roles)
                                .orElse(Set.of()))
                : caller;
    }
}
