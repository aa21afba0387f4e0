package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.ListedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says when a key that signs will end: without a rotation before, nothing of its kind could be signed. */
final class KeyEnds {

    private static final Duration NOTICE = Duration.ofDays(90);

    private KeyEnds() {}

    static Stream<Component> soon(List<ListedKey> keys, Instant now) {
        return keys.stream().filter(key -> key.state() == KeyState.CURRENT).flatMap(key -> warning(key, now).stream());
    }

    private static Optional<Component> warning(ListedKey key, Instant now) {
        return key.window()
                .until()
                .filter(end -> end.isBefore(now.plus(NOTICE)))
                .map(end -> notice(KeyWords.use(key.use()) + " can be signed until " + KeyWords.when(end)
                        + " and no longer: the key's certificate ends then. Rotate it before."));
    }

    private static Component notice(String sentence) {
        var notice = new Div(new StateTag(StateTag.Tone.WARNING, "ends soon"), new Paragraph(sentence));
        notice.addClassName("notice");
        return notice;
    }
}
