package io.switchboard.platform.documents.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Attaches the JSON twin as the data of the document (PDF/A-3 section 6.8, AFRelationship). */
final class TwinIsAttached implements Correction {

    @Override
    public void apply(Draft draft) throws IOException {
        PDComplexFileSpecification file = specification(draft);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(draft.twin().fileName(), file));
        var catalog = draft.document().getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(file.getCOSObject());
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static PDComplexFileSpecification specification(Draft draft) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile(draft.twin().fileName());
        file.setFileUnicode(draft.twin().fileName());
        file.setFileDescription("The facts of this document, for machines");
        file.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFile embedded = embedded(draft);
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        return file;
    }

    private static PDEmbeddedFile embedded(Draft draft) throws IOException {
        byte[] json = draft.twin().json();
        var embedded = new PDEmbeddedFile(draft.document(), new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        embedded.setSubtype("application/json");
        embedded.setSize(json.length);
        embedded.setCreationDate(draft.issuedAt());
        embedded.setModDate(draft.issuedAt());
        return embedded;
    }
}
