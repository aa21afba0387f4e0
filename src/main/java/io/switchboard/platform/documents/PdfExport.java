package io.switchboard.platform.documents;

import java.io.ByteArrayOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;

/** Writes laid out pages as a tagged PDF; what that still lacks is for the conformance pass to add. */
final class PdfExport {

    private final JasperReportsContext context;

    PdfExport(JasperReportsContext context) {
        this.context = context;
    }

    byte[] toPdf(JasperPrint pages) {
        var out = new ByteArrayOutputStream();
        var exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(tagged());
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException("the filled report " + pages.getName() + " cannot be exported", e);
        }
        return out.toByteArray();
    }

    private static SimplePdfExporterConfiguration tagged() {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_7);
        configuration.setTagged(true);
        return configuration;
    }
}
