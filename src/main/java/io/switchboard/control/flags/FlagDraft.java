package io.switchboard.control.flags;

import io.switchboard.kernel.MemberId;
import java.util.Optional;

/** What a form says about a flag: a title of 1 to 200 characters, an owner who is a member of the platform, and what whoever no rule is about gets. */
public record FlagDraft(String title, Optional<MemberId> owner, boolean byDefault) {

    public static final int LONGEST_TITLE = 200;
}
