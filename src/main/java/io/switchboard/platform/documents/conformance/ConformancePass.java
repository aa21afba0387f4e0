package io.switchboard.platform.documents.conformance;

import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentTwin;
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Applies every correction to an exported document and writes it so that the same input gives the same bytes. */
public final class ConformancePass {

    private static final List<Correction> CORRECTIONS = List.of(
            new RootIsDocument(),
            new HeadingsHoldText(),
            new TableHeadersHaveScope(),
            new PageContents(),
            new LinksAreTagged(),
            new WatermarkIsDrawn(),
            new FontsAreEmbedded(),
            new ColoursAreDefined(),
            new TwinIsAttached(),
            new Metadata(),
            new StableIdentifier());

    private ConformancePass() {}

    /** @param watermark its letters around the origin, in points, y upwards */
    public static byte[] apply(
            byte[] exported, DocumentProperties properties, DocumentTwin twin, Optional<Shape> watermark) {
        try (PDDocument document = Loader.loadPDF(exported)) {
            var draft = new Draft(document, properties, twin, watermark);
            for (Correction correction : CORRECTIONS) {
                correction.apply(draft);
            }
            var out = new ByteArrayOutputStream(exported.length + 32_768);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the exported document cannot be corrected", e);
        }
    }
}
