package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.assurance.PostureClaim;
import io.switchboard.insight.assurance.Verdict;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.components.StateTag;
import java.time.Clock;
import java.util.Locale;

/** One claim: its verdict by icon and word, what was found, how it was checked and when. */
final class ClaimCard extends Article {

    private static final long serialVersionUID = 1L;

    ClaimCard(PostureClaim claim, Clock clock) {
        addClassNames("card", "claim", "claim-" + tone(claim.verdict()).name().toLowerCase(Locale.ROOT));
        var head = new Div(
                new H3(claim.title()),
                new StateTag(tone(claim.verdict()), claim.verdict().word()));
        head.addClassName("claim-head");
        var how = new Paragraph(claim.checkedHow());
        how.addClassName("claim-how");
        add(head, new Paragraph(claim.finding()), how, foot(claim, clock));
    }

    private static Div foot(PostureClaim claim, Clock clock) {
        var foot = new Div(new Span(new Span("Checked "), new RelativeTime(claim.checkedAt(), clock)));
        claim.evidence().ifPresent(digest -> foot.add(new Span(new Span("Evidence "), new ShortId(digest.hex()))));
        foot.addClassName("claim-foot");
        return foot;
    }

    static StateTag.Tone tone(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> StateTag.Tone.SUCCESS;
            case NOT_PROVEN -> StateTag.Tone.DANGER;
            case AGED -> StateTag.Tone.WARNING;
        };
    }
}
