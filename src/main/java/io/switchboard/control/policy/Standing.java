package io.switchboard.control.policy;

import java.util.Optional;

/** Which version is asked, and which beside it. {@code chosen}: a person has activated it, so a new release does not replace it by itself. */
public record Standing(long revision, Optional<Integer> active, Optional<Integer> shadow, boolean chosen) {

    public boolean isActive(int number) {
        return active.filter(it -> it == number).isPresent();
    }

    public boolean isShadow(int number) {
        return shadow.filter(it -> it == number).isPresent();
    }
}
