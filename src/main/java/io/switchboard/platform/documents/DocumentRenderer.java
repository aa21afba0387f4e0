package io.switchboard.platform.documents;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.conformance.ConformancePass;
import io.switchboard.platform.documents.signature.PadesSignature;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.springframework.stereotype.Component;

/**
 * Renders requests to PDF. Safe for many threads; the first document of a template takes seconds, those after it tens of
 * milliseconds.
 */
@Component
public final class DocumentRenderer {

    private final DefaultJasperReportsContext context = DefaultJasperReportsContext.getInstance();
    private final ReportFiller filler = new ReportFiller(context);
    private final PdfExport export = new PdfExport(context);

    /**
     * The unsigned document, byte for byte the same for the same request.
     *
     * @throws IllegalArgumentException where there is no such template or the request lacks one of its fields
     */
    public RenderedDocument render(DocumentRequest request) {
        var glyphs = new Glyphs(FontUtil.getInstance(context));
        return rendered(pdf(request, glyphs), request, glyphs);
    }

    /** The same document with a PAdES baseline B-B signature (ETSI EN 319 142-1) over all of it. */
    public RenderedDocument render(DocumentRequest request, DocumentSigner signer) {
        var glyphs = new Glyphs(FontUtil.getInstance(context));
        byte[] pdf = pdf(request, glyphs);
        return rendered(PadesSignature.sign(pdf, signer, request.properties()), request, glyphs);
    }

    private byte[] pdf(DocumentRequest request, Glyphs glyphs) {
        JasperPrint filled = filler.fill(request, glyphs);
        SpokenText.keepWordsApart(filled);
        return ConformancePass.apply(
                export.toPdf(filled),
                request.properties(),
                request.twin(),
                request.copy().flatMap(DocumentCopy::watermark).map(mark -> WatermarkOutline.of(mark, glyphs)));
    }

    private static RenderedDocument rendered(byte[] pdf, DocumentRequest request, Glyphs glyphs) {
        return new RenderedDocument(pdf, Sha256.of(pdf), request.twin().digest(), glyphs.unshown());
    }
}
