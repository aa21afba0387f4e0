package io.switchboard.platform.documents.conformance;

import org.apache.pdfbox.cos.COSName;

/** The root of the structure is exported as a section; it is the document (ISO 32000-1 section 14.8.4.2). */
final class RootIsDocument implements Correction {

    @Override
    public void apply(Draft draft) {
        StructureTree.kids(draft.structure().root()).forEach(root -> root.setName(COSName.S, "Document"));
        draft.document()
                .getDocumentCatalog()
                .setLanguage(draft.properties().language().toLanguageTag());
    }
}
