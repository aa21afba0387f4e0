package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogStatus;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import java.time.Clock;

/** What the page of the log says, card by card. */
final class LogParts {

    private LogParts() {}

    static Component halted(String why) {
        var notice = new Div(
                new StateTag(StateTag.Tone.DANGER, "halted"),
                new Span("Nothing more is signed until an operator has looked; receipts are kept and wait. " + why));
        notice.addClassNames("notice", "log-notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    static Component checkpoint(LogStatus log) {
        var parts = new Div(new Facts()
                .with("Entries", String.valueOf(log.size()))
                .with("Waiting", log.pending() == 0 ? "none" : log.pending() + " receipts, for the next checkpoint")
                .with("Origin", new CopyText("the log's origin", log.origin()))
                .with("Verifier key", new CopyText("the log's verifier key", log.verifierKey())));
        log.checkpoint()
                .ifPresentOrElse(
                        note -> parts.add(note(note)),
                        () -> parts.add(
                                new Paragraph(
                                        "There is no checkpoint to show: none was published yet, or the store of the logs does not answer.")));
        return parts;
    }

    private static Component note(String note) {
        var text = new Pre(note.strip());
        text.addClassName("log-note");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", "The newest checkpoint, a signed note");
        return text;
    }

    static Component anchoring(LogStatus log, Clock clock) {
        var anchoring = log.anchoring();
        if (!anchoring.configured() && anchoring.at().isEmpty()) {
            return new Paragraph(
                    "No time-stamping authority is set for this portal, so nobody else attests when a checkpoint existed.");
        }
        var facts = new Facts().with("Anchored", log.anchored() + " of " + log.size() + " entries");
        anchoring.at().ifPresent(at -> facts.with("Newest timestamp", new RelativeTime(at, clock)));
        anchoring.authority().ifPresent(name -> facts.with("Authority", name));
        anchoring
                .problem()
                .ifPresent(problem -> facts.with(
                                "Behind since",
                                new RelativeTime(anchoring.since().orElseThrow(), clock))
                        .with("Because", problem));
        return facts;
    }

    static Component check(LogStatus log, Clock clock) {
        if (log.check().isEmpty()) {
            return new Paragraph(
                    "Every log is recomputed once a day from its rows and its files; this one has not been yet.");
        }
        var check = log.check().get();
        var facts = new Facts()
                .with(
                        "Result",
                        check.difference().isEmpty()
                                ? new StateTag(StateTag.Tone.SUCCESS, "as it was signed")
                                : new StateTag(StateTag.Tone.DANGER, "not as it was signed"))
                .with("When", new RelativeTime(check.at(), clock));
        check.difference()
                .ifPresentOrElse(
                        what -> facts.with("First difference", what),
                        () -> facts.with(
                                "Compared",
                                check.entries() + " receipts, their tiles, and " + checkpoints(check.checkpoints())));
        return facts;
    }

    private static String checkpoints(int count) {
        return count == 1 ? "the one checkpoint" : count + " checkpoints";
    }

    static Component readers(LogStatus log) {
        var address = "/log/" + log.log() + "/checkpoint";
        var sentence = new Paragraph();
        if (log.isPublic()) {
            sentence.add(
                    new Span("Everybody. Its files hold digests only: "),
                    new Anchor(address, "the checkpoint"),
                    new Span("."));
        } else {
            sentence.setText("Only this tenant. To everybody else the log's address answers that there is nothing.");
        }
        return sentence;
    }
}
