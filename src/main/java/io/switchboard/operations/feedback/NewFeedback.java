package io.switchboard.operations.feedback;

import java.util.Map;
import java.util.Optional;

/** What somebody says hurts: plain text of 1 to 5,000 characters, never read as markup, and what goes along with it. */
public record NewFeedback(String text, Impact impact, Map<Attachment, String> attachments, Optional<Picture> picture) {

    /** A text has at most so many characters. */
    public static final int LONGEST = 5000;

    public NewFeedback(String text, Impact impact, Map<Attachment, String> attachments) {
        this(text, impact, attachments, Optional.empty());
    }

    public NewFeedback {
        text = text.strip();
        attachments = Map.copyOf(attachments);
        fault(text).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        attachments.forEach(NewFeedback::require);
    }

    /** What is wrong with a text, as a sentence for who wrote it. */
    public static Optional<String> fault(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("The text has " + text.length() + " characters; " + LONGEST
                    + " are the most. Say the most important in fewer.");
        }
        return text.isBlank() ? Optional.of("The text is empty. Say in a sentence what hurts.") : Optional.empty();
    }

    private static void require(Attachment attachment, String value) {
        if (!attachment.takes(value)) {
            throw new IllegalArgumentException("not a " + attachment.wire());
        }
    }

    /** How many things go along. */
    long number() {
        return attachments.size() + picture.stream().count();
    }

    Optional<String> attached(Attachment attachment) {
        return Optional.ofNullable(attachments.get(attachment));
    }
}
