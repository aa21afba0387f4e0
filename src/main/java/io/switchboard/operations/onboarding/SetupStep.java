package io.switchboard.operations.onboarding;

import java.util.Locale;

/** The activation steps, in the order in which they are walked. {@code needs} says what opens a step that nothing can complete yet. */
public enum SetupStep {
    CONNECT_IDP(
            "Connect your identity provider",
            "Your people sign in with the accounts they already have.",
            "Opens when this portal can connect providers.",
            false),
    CONFIGURE_TENANT(
            "Configure your tenant",
            "Its name, its colour, whom to write to and how long records are kept.",
            "Opens when this portal has settings to change.",
            false),
    FIRST_COMMAND(
            "Run your first command",
            "A safe command under policy, to see what a run leaves behind.",
            "Opens when this portal has commands to run. There is nothing to do for you until then.",
            true),
    FIRST_APPROVAL(
            "Decide your first approval",
            "An approver sees what will happen and lets it pass, or not.",
            "Opens when a command asks for an approval; commands come first.",
            true),
    FIRST_INCIDENT(
            "Handle your first incident",
            "From detected to mitigated, with everything that was done on record.",
            "Opens when this portal takes in incidents. There is nothing to do for you until then.",
            true),
    FIRST_EVIDENCE_EXPORT(
            "Export your first evidence",
            "A sealed bundle that an outsider verifies offline, without believing anybody.",
            "Opens when this portal can export evidence.",
            true);

    private final String title;
    private final String sentence;
    private final String needs;
    private final boolean value;

    SetupStep(String title, String sentence, String needs, boolean value) {
        this.title = title;
        this.sentence = sentence;
        this.needs = needs;
        this.value = value;
    }

    /** In receipts and policies, for example {@code connect-idp}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }

    public String needs() {
        return needs;
    }

    /** Whether the step is a first use of the portal, and not only a preparation for it. */
    public boolean isFirstValue() {
        return value;
    }
}
