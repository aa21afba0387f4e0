package io.switchboard.platform.documents.conformance;

import io.switchboard.platform.documents.DocumentProperties;
import io.switchboard.platform.documents.DocumentTwin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
            new FontsAreEmbedded(),
            new ColoursAreDefined(),
            new TwinIsAttached(),
            new Metadata(),
            new StableIdentifier());

    private ConformancePass() {}

    public static byte[] apply(byte[] exported, DocumentProperties properties, DocumentTwin twin) {
        try (PDDocument document = Loader.loadPDF(exported)) {
            var draft = new Draft(document, properties, twin);
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
