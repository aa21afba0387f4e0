package io.switchboard.platform.startup;

import java.util.List;

/** The portal does not start like this. The message is for whoever runs it: one sentence for each thing to put right, and no secret. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }

    static void where(List<String> sentences) {
        if (!sentences.isEmpty()) {
            throw new StartRefused(String.join("\n", sentences));
        }
    }
}
