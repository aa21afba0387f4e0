package io.switchboard.platform.documents;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.pdf.JRPdfExporterTagHelper;

/**
 * Where a line wraps, the space between two words is not drawn, so a screen reader would read them as one. Such a text says
 * itself what it reads (ActualText, ISO 32000-1 section 14.9.4).
 */
final class SpokenText {

    private SpokenText() {}

    static void keepWordsApart(JasperPrint print) {
        print.getPages().forEach(page -> visit(page.getElements()));
    }

    private static void visit(List<JRPrintElement> elements) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintFrame frame) {
                visit(frame.getElements());
            } else if (element instanceof JRPrintText text && wraps(text)) {
                text.getPropertiesMap()
                        .setProperty(JRPdfExporterTagHelper.PROPERTY_TAG_ATTRIBUTE_ACTUAL_TEXT, text.getFullText());
            }
        }
    }

    /** A text of several paragraphs is tagged once for each, and each would read the whole: those are left alone. */
    private static boolean wraps(JRPrintText text) {
        return text.getLineBreakOffsets() != null
                && text.getLineBreakOffsets().length > 0
                && !text.getFullText().contains("\n");
    }
}
