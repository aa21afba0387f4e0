package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.select.Select;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may own a flag: PMs and platform-admins. */
@Component
class FlagOwners {

    private final Members members;

    FlagOwners(Members members) {
        this.members = members;
    }

    Select<Member> field(TenantId platform, Optional<MemberId> owner) {
        var people = members.userNames(platform, true).stream()
                .flatMap(name -> members.findByUserName(platform, name).stream())
                .filter(member ->
                        member.roles().contains(Role.PM) || member.roles().contains(Role.PLATFORM_ADMIN))
                .toList();
        var field = new Select<Member>();
        field.setLabel("Owner");
        field.setItems(people);
        field.setItemLabelGenerator(member -> member == null ? "nobody yet" : member.displayName());
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption("nobody yet");
        people.stream()
                .filter(member -> owner.equals(Optional.of(member.id())))
                .findFirst()
                .ifPresent(field::setValue);
        return field;
    }

    String name(TenantId platform, Optional<MemberId> owner) {
        return owner.map(id ->
                        members.find(platform, id).map(Member::displayName).orElse("a former member"))
                .orElse("nobody yet");
    }
}
