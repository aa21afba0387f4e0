package io.switchboard.platform.documents.conformance;

import io.switchboard.kernel.Sha256;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Every font is embedded. The export gives a subset a random prefix and an incomplete list of its glyphs: the prefix becomes
 * one of the font's own, the list goes, which PDF/A-3 allows (section 6.2.11.4.2).
 */
final class FontsAreEmbedded implements Correction {

    private static final COSName CID_SET = COSName.getPDFName("CIDSet");
    private static final int PREFIX = 7;

    @Override
    public void apply(Draft draft) {
        Set<COSDictionary> fonts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : draft.document().getPages()) {
            COSDictionary used = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (used != null) {
                used.keySet().forEach(name -> fonts.add(used.getCOSDictionary(name)));
            }
        }
        fonts.forEach(FontsAreEmbedded::correct);
    }

    private static void correct(COSDictionary font) {
        String name = String.valueOf(font.getNameAsString(COSName.BASE_FONT));
        if (!(font.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray descendants)) {
            throw new IllegalStateException(
                    "the font " + name + " is not embedded: let the template's style use Text or Code");
        }
        String stable = prefix(name) + name.substring(Math.min(PREFIX, name.length()));
        font.setName(COSName.BASE_FONT, stable);
        var descendant = (COSDictionary) descendants.getObject(0);
        descendant.setName(COSName.BASE_FONT, stable);
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, stable);
        descriptor.removeItem(CID_SET);
    }

    /** Six capital letters and a plus sign, from the name of the font. */
    private static String prefix(String name) {
        byte[] digest =
                Sha256.of(name.substring(Math.min(PREFIX, name.length()))).bytes();
        var prefix = new StringBuilder();
        for (int i = 0; i < PREFIX - 1; i++) {
            prefix.append((char) ('A' + (digest[i] & 0xFF) % 26));
        }
        return prefix.append('+').toString();
    }
}
