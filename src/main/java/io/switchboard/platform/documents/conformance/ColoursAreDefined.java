package io.switchboard.platform.documents.conformance;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** Says that the document's RGB is sRGB (PDF/A-3 section 6.2.3), with the profile that comes with the JDK. */
final class ColoursAreDefined implements Correction {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Override
    public void apply(Draft draft) throws IOException {
        var intent = new PDOutputIntent(draft.document(), new ByteArrayInputStream(SRGB));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        draft.document().getDocumentCatalog().addOutputIntent(intent);
    }
}
