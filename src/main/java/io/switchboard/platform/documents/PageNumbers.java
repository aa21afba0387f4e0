package io.switchboard.platform.documents;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Page numbers in a table of contents. While a document is laid out nobody knows on which page its anchors will be, so the template is given a place for each, and the number is put there afterwards: to lay all out once
 * more for it would take as long again.
 */
final class PageNumbers {

    /** Of the private use area: no text of a request has it, since no font does. */
    private static final char PLACE = '\uE000';

    /** What a template calls {@code pageOf}. */
    static final Map<String, Object> PLACES = new AbstractMap<>() {

        @Override
        public Object getOrDefault(Object anchor, Object none) {
            return PLACE + String.valueOf(anchor);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Set.of();
        }
    };

    private PageNumbers() {}

    static void put(JasperPrint laidOut) {
        laidOut.getPages().forEach(page -> put(laidOut, page.getElements()));
    }

    private static void put(JasperPrint laidOut, List<JRPrintElement> elements) {
        for (var element : elements) {
            if (element instanceof JRPrintFrame frame) {
                put(laidOut, frame.getElements());
            } else if (element instanceof JRPrintText text && isPlace(text)) {
                put(laidOut, text);
            }
        }
    }

    private static boolean isPlace(JRPrintText text) {
        var words = text.getFullText();
        return words != null && !words.isEmpty() && words.charAt(0) == PLACE;
    }

    /** One line again, whatever the place looked like. */
    private static void put(JasperPrint laidOut, JRPrintText text) {
        var anchor = laidOut.getAnchorIndexes().get(text.getFullText().substring(1));
        text.setText(anchor == null ? "…" : String.valueOf(anchor.getPageIndex() + 1));
        text.setTextTruncateIndex(null);
        text.setTextTruncateSuffix(null);
        text.setLineBreakOffsets(null);
    }
}
