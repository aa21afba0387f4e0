package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.imports.ui.LineDiff.Change;
import java.util.List;

/** A long text's lines: what was removed and what was added with two lines around it, the rest folded. */
final class LinesView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AROUND = 2;
    private static final int SHOWN = 2_000;

    LinesView(String field, List<LineDiff.Line> lines) {
        addClassName("imports-lines");
        add(new H4(field));
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
            add(new Span(Words.number(lines.size() - (long) SHOWN) + " more lines are in the plan's data."));
        }
    }

    private static boolean isNear(List<LineDiff.Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.change() != Change.SAME);
    }

    private static NativeDetails folded(List<LineDiff.Line> lines) {
        return new NativeDetails(Words.number(lines.size(), "line", "lines") + " without a change", block(lines));
    }

    private static Pre block(List<LineDiff.Line> lines) {
        var block = new Pre();
        for (var line : lines) {
            block.add(Words.styled(style(line.change()), mark(line.change()) + line.text() + "\n"));
        }
        block.getElement().setAttribute("tabindex", "0");
        return block;
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
            case SAME -> "imports-same";
            case REMOVED -> "imports-before";
            case ADDED -> "imports-after";
        };
    }
}
