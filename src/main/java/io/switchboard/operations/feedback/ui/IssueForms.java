package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.ui.FlagStanding;
import io.switchboard.kernel.Role;
import io.switchboard.operations.feedback.Board;
import io.switchboard.operations.feedback.FixCard;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.IssueState;
import io.switchboard.operations.feedback.Round;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What can be done with an issue. Each form tells what was wanted and how it ended. */
@org.springframework.stereotype.Component
class IssueForms {

    private final Board board;
    private final Members members;
    private final FlagStanding flags;
    private final Clock clock;

    IssueForms(Board board, Members members, FlagStanding flags, Clock clock) {
        this.board = board;
        this.members = members;
        this.flags = flags;
        this.clock = clock;
    }

    List<Component> of(TenantContext context, Issue issue, BiConsumer<String, Optional<Enforced<Issue>>> done) {
        return List.of(
                state(context, issue, done),
                owner(context, issue, done),
                card(context, issue, done),
                merge(context, issue, done));
    }

    private Component state(TenantContext context, Issue issue, BiConsumer<String, Optional<Enforced<Issue>>> done) {
        var reason = new TextArea("Why");
        reason.setMaxLength(Board.LONGEST_REASON);
        reason.addClassName("feedback-wide");
        reason.setHelperText(
                "Needed to pause, decline and reopen. Senders of every tenant read what is said about a new state; name nobody.");
        var buttons = new Div();
        buttons.addClassName("feedback-row");
        Stream.of(IssueState.values())
                .filter(issue.state().next()::contains)
                .forEach(target -> buttons.add(new Button(
                        word(issue, target),
                        click -> done.accept(
                                "make it " + target.wire(),
                                board.move(context.caller(), issue.id(), target, reason.getValue())))));
        issue.clock(clock.instant())
                .current()
                .ifPresent(round -> buttons.add(pause(context, issue, round, reason, done)));
        return IssueView.card("State and clock", reason, buttons);
    }

    private static String word(Issue issue, IssueState target) {
        return switch (target) {
            case TRIAGED -> issue.state() == IssueState.NEW ? "Triage: the clock starts" : "Reopen: the clock restarts";
            case MITIGATED -> "Mitigated";
            case FIXED -> "Fixed";
            case VERIFIED -> "Verified";
            case DECLINED -> "Decline";
            case NEW -> throw new IllegalArgumentException("nothing becomes new again");
        };
    }

    private Button pause(
            TenantContext context,
            Issue issue,
            Round round,
            TextArea reason,
            BiConsumer<String, Optional<Enforced<Issue>>> done) {
        return round.pausedSince().isPresent()
                ? new Button(
                        "Resume the clock",
                        click -> done.accept("resume the clock", board.resume(context.caller(), issue.id())))
                : new Button(
                        "Pause the clock",
                        click -> done.accept(
                                "pause the clock", board.pause(context.caller(), issue.id(), reason.getValue())));
    }

    private Component owner(TenantContext context, Issue issue, BiConsumer<String, Optional<Enforced<Issue>>> done) {
        var platform = context.tenant().id();
        var people = members.userNames(platform, true).stream()
                .flatMap(name -> members.findByUserName(platform, name).stream())
                .filter(member -> member.roles().contains(Role.PM))
                .toList();
        var owner = new Select<Member>();
        owner.setLabel("Owner");
        owner.setItems(people);
        owner.setItemLabelGenerator(member -> member == null ? "nobody yet" : member.displayName());
        owner.setEmptySelectionAllowed(true);
        owner.setEmptySelectionCaption("nobody yet");
        people.stream()
                .filter(member -> issue.owner().equals(Optional.of(member.id())))
                .findFirst()
                .ifPresent(owner::setValue);
        owner.addValueChangeListener(changed -> done.accept(
                "change the owner",
                board.assign(
                        context.caller(),
                        issue.id(),
                        Optional.ofNullable(changed.getValue()).map(Member::id))));
        return IssueView.card("Owner", owner);
    }

    private Component card(TenantContext context, Issue issue, BiConsumer<String, Optional<Enforced<Issue>>> done) {
        var title = new TextField("Title");
        title.setValue(issue.title());
        title.setMaxLength(Board.LONGEST_TITLE);
        title.addClassName("feedback-wide");
        var test = field("Test", issue.card().test());
        var policy = field("Policy impact note", issue.card().policy());
        var cost = field("Performance and cost note", issue.card().cost());
        var proof = field("Receipt coverage", issue.card().proof());
        var flag = flag(context, issue.card().flag());
        var save = new Button(
                "Save the card",
                click -> done.accept(
                        "save the fix card",
                        board.describe(
                                context.caller(),
                                issue.id(),
                                title.getValue(),
                                new FixCard(
                                        said(test.getValue()),
                                        said(policy.getValue()),
                                        said(cost.getValue()),
                                        said(proof.getValue()),
                                        flag.getOptionalValue()))));
        return IssueView.card(
                "Fix card",
                new Paragraph("An issue is closed as fixed once the card is complete."),
                BoardCard.dots(issue.card()),
                title,
                test,
                policy,
                cost,
                proof,
                flag,
                issue.card()
                        .flag()
                        .map(key -> flags.of(context, key))
                        .orElseGet(() -> new Paragraph("A fix is closed once its flag exists.")),
                save);
    }

    /** One that exists, and the one that was named before, even where it does not. */
    private ComboBox<String> flag(TenantContext context, Optional<String> named) {
        var field = new ComboBox<String>("Flag name");
        // Somebody may have made the flag since this page was opened; closing looks again.
        field.addCustomValueSetListener(typed -> field.setValue(typed.getDetail()));
        var keys = new TreeSet<>(flags.keys(context));
        named.ifPresent(keys::add);
        field.setItems(keys);
        field.setClearButtonVisible(true);
        field.addClassName("feedback-wide");
        named.ifPresent(field::setValue);
        return field;
    }

    private static TextArea field(String label, Optional<String> said) {
        var field = new TextArea(label);
        field.setValue(said.orElse(""));
        field.setMaxLength(FixCard.LONGEST);
        field.addClassName("feedback-wide");
        return field;
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(words -> !words.isEmpty());
    }

    /** Likely duplicates come first. */
    private Component merge(TenantContext context, Issue issue, BiConsumer<String, Optional<Enforced<Issue>>> done) {
        var alike = board.alike(context.caller(), issue);
        var others = Stream.concat(alike.stream(), board.ranked(context.caller(), Set.of()).stream())
                .filter(other -> !other.id().equals(issue.id()))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return IssueView.card("Merge", new Paragraph("There is no other issue to merge it into."));
        }
        var target = new Select<Issue>();
        target.setLabel("Merge into");
        target.setItems(others);
        target.setItemLabelGenerator(
                other -> other.title() + " · " + other.state().wire() + " · "
                        + other.id().value().substring(4, 10) + (alike.contains(other) ? " · likely the same" : ""));
        target.addClassName("feedback-wide");
        alike.stream().findFirst().ifPresent(target::setValue);
        var merge = new Button(
                "Merge",
                click -> Optional.ofNullable(target.getValue())
                        .ifPresent(
                                into -> done.accept("merge it", board.merge(context.caller(), issue.id(), into.id()))));
        return IssueView.card(
                "Merge",
                new Paragraph(
                        alike.isEmpty()
                                ? "No other issue has the same screen, action and rule."
                                : "The same screen, action and rule: " + alike.size() + "."),
                target,
                merge);
    }
}
