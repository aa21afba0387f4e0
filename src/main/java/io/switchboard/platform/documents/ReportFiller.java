package io.switchboard.platform.documents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.jspecify.annotations.Nullable;

/** Lays a request out on pages: its own parameters, and those of the letterhead. */
final class ReportFiller {

    private static final String PAGE_OF = "pageOf";

    private final JasperReportsContext context;
    private final CompiledTemplates templates = new CompiledTemplates();

    ReportFiller(JasperReportsContext context) {
        this.context = context;
    }

    /** A template with the parameter {@code pageOf} is laid out twice: only then is it known on which page each of its anchors is. */
    JasperPrint fill(DocumentRequest request, Glyphs glyphs) {
        var template = templates.get(request.template());
        var laidOut = fill(template, request, glyphs, Map.of());
        return wantsPages(template) ? fill(template, request, glyphs, pages(laidOut)) : laidOut;
    }

    private static boolean wantsPages(JasperReport template) {
        return Arrays.stream(template.getParameters())
                .anyMatch(parameter -> parameter.getName().equals(PAGE_OF));
    }

    private static Map<String, Integer> pages(JasperPrint laidOut) {
        var pages = new HashMap<String, Integer>();
        laidOut.getAnchorIndexes().forEach((anchor, index) -> pages.put(anchor, index.getPageIndex() + 1));
        return pages;
    }

    private JasperPrint fill(
            JasperReport template, DocumentRequest request, Glyphs glyphs, Map<String, Integer> pages) {
        var presentation = new Presentation(glyphs);
        var parameters = presentation.of(request.parameters());
        putLetterhead(parameters, request, presentation);
        var rows = presentation.rows(request.rows());
        parameters.put("unshownText", !glyphs.unshown().isEmpty());
        parameters.put(PAGE_OF, pages);
        try {
            return JasperFillManager.getInstance(context).fill(template, parameters, rows);
        } catch (JRException e) {
            throw new IllegalStateException("the template " + request.template() + " cannot be filled", e);
        }
    }

    private static void putLetterhead(
            Map<String, @Nullable Object> parameters, DocumentRequest request, Presentation presentation) {
        var brand = request.brand();
        parameters.put("documentTitle", presentation.of(request.properties().title()));
        parameters.put("brandName", presentation.of(brand.name()));
        parameters.put("accent", brand.accent());
        parameters.put("onAccent", brand.onAccent());
        parameters.put("logo", brand.logo() == null ? null : brand.logo().picture());
        parameters.put("issuedAt", presentation.of(request.properties().issuedAt()));
        parameters.put(
                "copyOf", request.copy().map(copy -> copy.of().documentId()).orElse(null));
        var watermark = request.copy().flatMap(DocumentCopy::watermark).orElse(null);
        parameters.put("watermark", watermark == null ? null : presentation.of(watermark.text()));
        parameters.put("twinSha256", request.twin().digest().hex());
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
    }
}
