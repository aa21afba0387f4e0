package io.switchboard.platform.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.switchboard.platform.components.LineDiff.Change;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** A long text's lines: what was removed and what was added with two lines around it, the rest folded. */
public final class LinesView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AROUND = 2;
    private static final int SHOWN = 2_000;

    public LinesView(String field, List<LineDiff.Line> lines) {
        addClassName("lines");
        var title = new Paragraph(field);
        title.addClassName("lines-title");
        add(title);
        int from = 0;
        while (from < Math.min(lines.size(), SHOWN)) {
            boolean near = isNear(lines, from);
            int to = from;
            while (to < Math.min(lines.size(), SHOWN) && isNear(lines, to) == near) {
                to++;
            }
            add(near ? block(lines.subList(from, to)) : folded(lines.subList(from, to)));
            from = to;
        }
        if (lines.size() > SHOWN) {
            add(new Span(number(lines.size() - (long) SHOWN) + " more lines are not shown."));
        }
    }

    private static boolean isNear(List<LineDiff.Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.change() != Change.SAME);
    }

    private static NativeDetails folded(List<LineDiff.Line> lines) {
        return new NativeDetails(
                number(lines.size()) + (lines.size() == 1 ? " line" : " lines") + " without a change", block(lines));
    }

    private static Pre block(List<LineDiff.Line> lines) {
        var block = new Pre();
        for (var line : lines) {
            var shown = new Span(mark(line.change()) + line.text() + "\n");
            shown.addClassName(style(line.change()));
            block.add(shown);
        }
        block.getElement().setAttribute("tabindex", "0");
        return block;
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    private static String mark(Change change) {
        return switch (change) {
            case SAME -> "  ";
            case REMOVED -> "- ";
            case ADDED -> "+ ";
        };
    }

    private static String style(Change change) {
        return switch (change) {
            case SAME -> "lines-same";
            case REMOVED -> "lines-removed";
            case ADDED -> "lines-added";
        };
    }
}
