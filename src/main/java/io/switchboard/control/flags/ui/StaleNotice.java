package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Optional;

/** Says that what is shown, and served, is what was known last. */
final class StaleNotice extends Paragraph {

    private static final long serialVersionUID = 1L;

    StaleNotice(Optional<Instant> since) {
        addClassName("notice");
        getElement().setAttribute("role", "alert");
        setVisible(since.isPresent());
        since.ifPresent(at -> setText(
                at.equals(Instant.EPOCH)
                        ? "The flag store could not be read since the portal's start. Whoever asks for a flag gets their own default, with reason ERROR."
                        : "The flag store cannot be read. These are the last known values, of " + FlagWords.exact(at)
                                + "; they are served with reason STALE until it is back."));
    }
}
