package io.switchboard.platform.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentsTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void anEmptyStateEndsWithTheActionThatFillsIt() {
        var action = new Button("Import people");
        var empty = new EmptyState("No people yet", "People arrive by import or from your identity provider.", action);
        assertThat(texts(empty)).startsWith("No people yet", "People arrive by import or from your identity provider.");
        assertThat(empty.getChildren().toList()).last().isSameAs(action);
    }

    @Test
    void aPageHasOneTitleAndAtMostOneAction() {
        var action = new Button("New plan");
        assertThat(texts(new PageHeader("Imports", "Bring people in, and see first what will happen.")))
                .containsExactly("Imports", "Bring people in, and see first what will happen.");
        var header = new PageHeader("Imports", "Bring people in.", action);
        assertThat(header.getChildren().toList()).hasSize(2).last().isSameAs(action);
        assertThat(descendants(header).filter(part -> part instanceof com.vaadin.flow.component.html.H1))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(StateTag.Tone.class)
    void aStateIsToldByColourByIconAndByWord(StateTag.Tone tone) {
        var tag = new StateTag(tone, "pending");
        assertThat(tag.getClassNames()).contains("state-tag-" + tone.name().toLowerCase(Locale.ROOT));
        assertThat(descendants(tag).filter(Icon.class::isInstance)).hasSize(1);
        assertThat(texts(tag)).containsExactly("pending");
    }

    @Test
    void noTwoStatesShareAnIcon() {
        var icons = new HashSet<String>();
        for (var tone : StateTag.Tone.values()) {
            descendants(new StateTag(tone, "x"))
                    .filter(Icon.class::isInstance)
                    .forEach(icon -> icons.add(icon.getElement().getAttribute("icon")));
        }
        assertThat(icons).hasSize(StateTag.Tone.values().length).doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "9, just now",
        "-9, just now",
        "10, 10 s ago",
        "59, 59 s ago",
        "60, 1 min ago",
        "3599, 59 min ago",
        "3600, 1 h ago",
        "172799, 47 h ago",
        "172800, 2 days ago",
        "-90, in 1 min",
        "-259200, in 3 days"
    })
    void timeIsToldAsAPersonWould(long secondsAgo, String words) {
        assertThat(RelativeTime.words(Duration.ofSeconds(secondsAgo))).isEqualTo(words);
    }

    @Test
    void theExactTimeIsThereForMouseKeyboardAndScreenReader() {
        var time = new RelativeTime(NOON.minusSeconds(7200), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(time.getText()).isEqualTo("2 h ago");
        assertThat(time.getTitle()).contains("15 Jun 2026, 10:00:00 UTC");
        assertThat(time.getElement().getAttribute("tabindex")).isEqualTo("0");
        assertThat(time.getElement().getAttribute("aria-label")).isEqualTo("2 h ago, 15 Jun 2026, 10:00:00 UTC");
    }

    @Test
    void aLongIdIsShortenedAndCopiedWhole() {
        var id = new ShortId("rcp_m7fkq2a4tzzzz");
        assertThat(texts(id)).containsExactly("rcp_m7fkq2…");
        assertThat(descendants(id).filter(Button.class::isInstance).map(Button.class::cast))
                .singleElement()
                .satisfies(button -> assertThat(button.getAriaLabel()).contains("Copy rcp_m7fkq2a4tzzzz"));
        assertThat(ShortId.shortened("pln_4")).isEqualTo("pln_4");
    }

    @Test
    void countsReadAsAListAndZeroStepsBack() {
        var counts = new Counts().with(StateTag.Tone.SUCCESS, 1993, "create").with(StateTag.Tone.DANGER, 0, "reject");
        assertThat(texts(counts)).containsExactly("1,993", " create", "0", " reject");
        assertThat(counts.getChildren()
                        .filter(item -> item.getElement().getClassList().contains("count-zero")))
                .hasSize(1);
    }

    @Test
    void everyClassOfAComponentIsStyled() throws Exception {
        var css = Files.readString(Path.of("themes/base/base.css"));
        var parts = Stream.of(
                new EmptyState("t", "s", new Span()),
                new PageHeader("t", "s", new Span()),
                new RelativeTime(NOON, Clock.fixed(NOON, ZoneOffset.UTC)),
                new ShortId("pln_4"),
                new Counts().with(StateTag.Tone.DANGER, 0, "reject"));
        var tags = Stream.of(StateTag.Tone.values()).map(tone -> new StateTag(tone, "x"));
        assertThat(Stream.concat(parts, tags).flatMap(ComponentsTest::descendants))
                .flatMap(part -> part.getElement().getClassList().stream().toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(css).contains("." + name));
    }

    private static List<String> texts(Component root) {
        return descendants(root)
                .filter(part -> !(part instanceof Button))
                .map(part -> part.getElement().getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Stream<Component> descendants(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ComponentsTest::descendants));
    }
}
